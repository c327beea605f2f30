package hyperlumen.batch;

import hyperlumen.model.ModelStore;
import hyperlumen.runtime.JavaHeap;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NativeHeap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Works through jobs of a queue within a memory budget: while one photo is computed the next is
 * read and the one before is written. One job that fails does not stop the others; what would stop
 * them all, such as a full disk, ends the run. Used for one run; its methods may be called from any
 * thread.
 */
public final class BatchRunner {

  /** Three chances to renew a lease before it ends. */
  private static final long RENEW_NANOS = JobLeases.LEASE.toNanos() / 4;

  /** Cancellations by other processes are seen this often. */
  private static final long LOOK_SECONDS = 1;

  /** Photos being read or written beside those being computed. */
  private static final int BESIDE = 2;

  private final RunControl control;
  private final PaceMeter pace = new PaceMeter();
  private final PendingJobs pending;
  private final Workplace place;
  private volatile NativeHeap heap = NativeHeap.UNLIMITED;
  private long renewed = System.nanoTime();

  /** How a run ended: what stood in the way of the rest, or whether it was interrupted. */
  public record Result(Optional<JobError> obstacle, boolean interrupted) {}

  /**
   * Makes it.
   *
   * @param interrupted asked often whether the run shall end within a tile
   */
  public BatchRunner(
      JobQueue queue,
      ModelStore store,
      RunnerOptions options,
      BatchListener listener,
      BooleanSupplier interrupted) {
    control = new RunControl(interrupted);
    pending = new PendingJobs(control);
    place =
        new Workplace(
            queue,
            queue.leases(Owner.here()),
            store,
            options,
            control,
            new MeteredListener(listener, pace),
            new MemoryLedger(Math.max(0, options.memoryBytes() - MemoryBudget.BASE_BYTES)),
            new TileSlots(options.threads()));
  }

  /** Adds jobs to the run, also while it is under way. */
  public void submit(Collection<Job> jobs) {
    jobs.forEach(pace::add);
    if (pending.add(jobs) > 1) {
      heap = NativeHeap.limited();
    }
  }

  /** Works until no job is left; returns when the last one is over or was given back. */
  public Result run() {
    try (ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> beats =
          heart.scheduleWithFixedDelay(this::beat, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
      WorkLoop loop = new WorkLoop(place, pending);
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < place.options().threads() + BESIDE; i++) {
        workers.add(Thread.ofPlatform().name("batch worker " + (i + 1)).start(loop));
      }
      for (Thread worker : workers) {
        join(worker);
      }
      beats.cancel(false);
    }
    return new Result(control.obstacle(), control.isStopped());
  }

  private void join(Thread worker) {
    while (true) {
      try {
        worker.join();
        return;
      } catch (InterruptedException e) {
        control.stop();
      }
    }
  }

  private void beat() {
    if (control.isStopped()) {
      return; // The jobs under way end within a tile, long before their leases.
    }
    try {
      if (System.nanoTime() - renewed > RENEW_NANOS) {
        renewed = System.nanoTime();
        place.leases().renew();
      }
      place.leases().unwanted().forEach(control::cancel);
      JavaHeap.tidy();
      heap.giveBack();
    } catch (BatchException e) {
      control.stop(JobError.ofQueue(e));
    }
  }

  /** Stands still within a tile, or goes on. */
  public void setPaused(boolean pause) {
    control.setPaused(pause);
    pace.setPaused(pause);
  }

  /** Ends within a tile; unfinished jobs wait in the queue. */
  public void stop() {
    control.stop();
    pending.wake();
  }

  /** Cancels one job. */
  public void cancel(long id) throws BatchException {
    place.queue().cancel(id);
    control.cancel(id);
  }

  /** Changes how many tiles are computed at once, from the next photo on. */
  public void setThreads(int threads) {
    place.slots().setLimit(threads);
  }

  /** How far it is. */
  public BatchProgress progress() {
    return pace.progress();
  }
}
