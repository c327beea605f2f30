package hyperlumen.batch;

import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NativeHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Works through jobs of a queue within a memory budget: while one photo is computed the next is
 * read and the one before is written. One job that fails does not stop the others; what would stop
 * them all, such as a full disk, ends the run. Used for one run; its methods may be called from any
 * thread.
 */
public final class BatchRunner {

  /** Three chances to renew a lease before it ends. */
  private static final long RENEW_NANOS = JobQueue.LEASE.toNanos() / 4;

  /** Cancellations by other processes are seen this often. */
  private static final long LOOK_SECONDS = 1;

  /** Photos being read or written beside those being computed. */
  private static final int BESIDE = 2;

  /** Compressed pictures are seldom larger than an eighth of their samples. */
  private static final long SAMPLES_PER_BYTE = 8;

  private final Owner owner = Owner.here();
  private final RunControl control;
  private final PaceMeter pace = new PaceMeter();
  private final Deque<Long> pending = new ArrayDeque<>();
  private final ReentrantLock reading = new ReentrantLock(true);
  private final JobWork.Workplace place;
  private volatile NativeHeap heap = NativeHeap.UNLIMITED;
  private int submitted;
  private int active;
  private long renewed = System.nanoTime();

  /** How a run ended: what stood in the way of the rest, or whether it was interrupted. */
  public record Result(Optional<String> obstacle, boolean interrupted) {}

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
    place =
        new JobWork.Workplace(
            queue,
            store,
            options,
            control,
            new Metered(listener),
            new MemoryLedger(Math.max(0, options.memoryBytes() - MemoryBudget.BASE_BYTES)),
            new TileSlots(options.threads()));
  }

  /** Adds jobs to the run, also while it is under way. */
  public void submit(Collection<Job> jobs) {
    boolean several;
    synchronized (pending) {
      for (Job job : jobs) {
        pace.add(job);
        pending.add(job.id());
      }
      submitted += jobs.size();
      several = submitted > 1;
      pending.notifyAll();
    }
    if (several) {
      heap = NativeHeap.limited();
    }
  }

  /** Works until no job is left; returns when the last one is over or was given back. */
  public Result run() {
    try (ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> beats =
          heart.scheduleWithFixedDelay(this::beat, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < place.options().threads() + BESIDE; i++) {
        workers.add(Thread.ofPlatform().name("batch worker " + (i + 1)).start(this::work));
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

  /** Stands still within a tile, or goes on. */
  public void setPaused(boolean pause) {
    control.setPaused(pause);
    pace.setPaused(pause);
  }

  /** Ends within a tile; unfinished jobs wait in the queue. */
  public void stop() {
    control.stop();
    synchronized (pending) {
      pending.notifyAll();
    }
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

  private void beat() {
    try {
      if (System.nanoTime() - renewed > RENEW_NANOS) {
        renewed = System.nanoTime();
        place.queue().renew(owner);
      }
      place.queue().unwanted(owner).forEach(control::cancel);
      heap.giveBack();
    } catch (BatchException e) {
      control.stop(e.getMessage());
    }
  }

  private void work() {
    if (place.options().lowPriority()) {
      LowPriority.ofThisThread();
    }
    while (!control.isStopped()) {
      Optional<JobWork> work = Optional.empty();
      Job job;
      reading.lock();
      try {
        control.pausePoint(() -> false);
        Optional<Long> id = next();
        if (id.isEmpty()) {
          return;
        }
        Optional<Job> claimed = claim(id.get());
        if (claimed.isEmpty()) {
          ended(id.get());
          continue;
        }
        job = claimed.get();
        work = read(job);
      } finally {
        reading.unlock();
      }
      if (work.isPresent()) {
        compute(job, work.get());
      }
      ended(job.id());
    }
  }

  /** The next job; empty when there is none and none can come. */
  private Optional<Long> next() {
    synchronized (pending) {
      while (pending.isEmpty() && active > 0 && !control.isStopped()) {
        try {
          pending.wait(TimeUnit.SECONDS.toMillis(LOOK_SECONDS));
        } catch (InterruptedException e) {
          control.stop();
        }
      }
      if (pending.isEmpty() || control.isStopped()) {
        return Optional.empty();
      }
      active++;
      return Optional.of(pending.remove());
    }
  }

  private void ended(long id) {
    control.forget(id);
    synchronized (pending) {
      active--;
      pending.notifyAll();
    }
  }

  private Optional<Job> claim(long id) {
    try {
      Optional<Job> job = place.queue().claim(id, owner);
      if (job.isEmpty()) {
        place.listener().passedOver(id);
      }
      return job;
    } catch (BatchException e) {
      control.stop(e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<JobWork> read(Job job) {
    while (true) {
      JobWork work = new JobWork(job, owner, place);
      try {
        awaitMedia(job);
        place.memory().beforeReading(Math.max(0, job.inputBytes()) * SAMPLES_PER_BYTE);
        work.read();
        return Optional.of(work);
      } catch (IOException | CancelledException | RuntimeException | Error e) {
        if (!(e instanceof CancelledException) && Media.missing(job.order()).isPresent()) {
          continue;
        }
        end(job, e);
        return Optional.empty();
      }
    }
  }

  private void awaitMedia(Job job) throws CancelledException {
    Optional<Path> missing = Media.missing(job.order());
    if (missing.isEmpty()) {
      return;
    }
    place.listener().noted(job, "waiting for " + missing.get() + ", which is not there any more");
    long end = System.nanoTime() + place.options().mediaPatience().toNanos();
    while (Media.missing(job.order()).isPresent()) {
      if (control.isStopped() || control.isCancelled(job.id())) {
        throw new CancelledException();
      }
      if (System.nanoTime() - end > 0) {
        control.stop(missing.get() + " is not there any more; connect it and continue");
        throw new CancelledException();
      }
      control.rest(TimeUnit.SECONDS.toMillis(LOOK_SECONDS));
    }
  }

  private void compute(Job job, JobWork work) {
    try {
      Report.Entry entry = work.compute();
      place.queue().done(job, owner, entry);
      finished(job);
    } catch (IOException | CancelledException | RuntimeException | Error e) {
      end(job, e);
    }
  }

  /** Enters in the queue how an attempt ended that brought no result. */
  private void end(Job job, Throwable failure) {
    try {
      Path root = job.order().root();
      if (failure instanceof CancelledException) {
        if (control.isCancelled(job.id()) && !control.isStopped()) {
          place.queue().cancelled(job, owner);
          finished(job);
        } else {
          place.queue().giveBack(job, owner);
        }
      } else if (failure instanceof BatchException.JobLost) {
        place.listener().passedOver(job.id());
      } else if (failure instanceof BatchException) {
        control.stop(failure.getMessage());
      } else if (Media.missing(job.order()).isPresent()) {
        place.queue().giveBack(job, owner);
        again(job);
      } else if (Files.isDirectory(root)
          && isWriting(failure)
          && Obstacle.isFullDisk(failure, root)) {
        place.queue().giveBack(job, owner);
        control.stop(
            "the disk of " + root + " is full; free some space and continue with --resume");
      } else {
        place.queue().failed(job, owner, error(job, failure));
        finished(job);
      }
    } catch (BatchException.JobLost e) {
      place.listener().passedOver(job.id());
    } catch (BatchException e) {
      control.stop(e.getMessage());
    }
  }

  private void again(Job job) {
    synchronized (pending) {
      pending.addFirst(job.id());
      pending.notifyAll();
    }
  }

  private static boolean isWriting(Throwable failure) {
    return !(failure instanceof PhotoException photo)
        || photo.kind() == PhotoException.Kind.WRITE_FAILED;
  }

  private static JobError error(Job job, Throwable failure) {
    String name = job.order().input().getFileName().toString();
    return switch (failure) {
      case PhotoException e -> JobError.of(e);
      case ModelException e -> new JobError("model", e.getMessage());
      case IOException e -> new JobError("io", name + ": " + e.getMessage());
      case OutOfMemoryError e ->
          new JobError("too-large", name + ": needs more memory than there is");
      // A defect of ours must not cost the user the other photos.
      default -> new JobError("defect", name + ": an error in this program: " + failure);
    };
  }

  private void finished(Job job) throws BatchException {
    Optional<Job> now = place.queue().job(job.id());
    if (now.isPresent()) {
      place.listener().finished(now.get());
    }
  }

  /** Keeps the pace beside the listener that was given. */
  private final class Metered implements BatchListener {

    private final BatchListener listener;

    Metered(BatchListener listener) {
      this.listener = listener;
    }

    @Override
    public void started(
        Job job, double megapixels, String modelId, hyperlumen.enhance.Forecast forecast) {
      listener.started(job, megapixels, modelId, forecast);
    }

    @Override
    public void advanced(Job job, Stage stage, long done, long total) {
      if (stage == Stage.NETWORK) {
        pace.advanced(job.id(), total > 0 ? (double) done / (double) total : 1);
      }
      listener.advanced(job, stage, done, total);
    }

    @Override
    public void noted(Job job, String sentence) {
      listener.noted(job, sentence);
    }

    @Override
    public void finished(Job job) {
      pace.finished(job.id(), job.state());
      listener.finished(job);
    }

    @Override
    public void passedOver(long id) {
      pace.finished(id, JobState.CANCELLED);
      listener.passedOver(id);
    }
  }
}
