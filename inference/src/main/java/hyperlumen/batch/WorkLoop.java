package hyperlumen.batch;

import hyperlumen.progress.CancelledException;
import hyperlumen.runtime.JavaHeap;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What each worker thread of a run does until no job is left: it takes the next one, reads its
 * photo while others are computed, and computes it. One object serves all workers.
 */
final class WorkLoop implements Runnable {

  /** Compressed pictures are seldom larger than an eighth of their samples. */
  private static final long SAMPLES_PER_BYTE = 8;

  private final Workplace place;
  private final PendingJobs pending;
  private final JobEndings endings;
  private final MediaWait media;

  /** One photo is read at a time, in the order of the queue. */
  private final ReentrantLock reading = new ReentrantLock(true);

  WorkLoop(Workplace place, PendingJobs pending) {
    this.place = place;
    this.pending = pending;
    this.endings = new JobEndings(place, pending);
    this.media = new MediaWait(place);
  }

  @Override
  public void run() {
    if (place.options().lowPriority()) {
      LowPriority.ofThisThread();
    }
    while (oneMore() && !place.control().isStopped()) {
      JavaHeap.tidy(); // The photo is out of reach now.
    }
  }

  /** Works on one job; false when there is none and none can come. */
  private boolean oneMore() {
    RunControl control = place.control();
    if (control.isStopped()) {
      return false;
    }
    Optional<Long> id;
    Optional<JobWork> work;
    reading.lock();
    try {
      control.pausePoint(() -> false);
      id = pending.next();
      if (id.isEmpty()) {
        return false;
      }
      work = claim(id.get()).flatMap(this::read);
    } finally {
      reading.unlock();
    }
    work.ifPresent(this::compute);
    control.forget(id.get());
    pending.ended();
    return true;
  }

  private Optional<Job> claim(long id) {
    try {
      Optional<Job> job = place.leases().claim(id);
      if (job.isEmpty()) {
        place.listener().passedOver(id);
      }
      return job;
    } catch (BatchException e) {
      place.control().stop(JobError.ofQueue(e));
      return Optional.empty();
    }
  }

  private Optional<JobWork> read(Job job) {
    while (true) {
      JobWork work = new JobWork(job, place);
      try {
        media.await(job);
        place.memory().beforeReading(Math.max(0, job.inputBytes()) * SAMPLES_PER_BYTE);
        work.read();
        return Optional.of(work);
      } catch (IOException | CancelledException | RuntimeException | Error e) {
        if (!(e instanceof CancelledException) && Media.missing(job.order()).isPresent()) {
          continue;
        }
        endings.without(job, e);
        return Optional.empty();
      }
    }
  }

  private void compute(JobWork work) {
    try {
      endings.done(work.job(), work.compute());
    } catch (IOException | CancelledException | RuntimeException | Error e) {
      endings.without(work.job(), e);
    }
  }
}
