package hyperlumen.batch;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The jobs of a run that no worker has begun, in their order, and how many are under way: while one
 * is, it may still come back. Thread-safe.
 */
final class PendingJobs {

  /** A run that was interrupted from outside is noticed this often. */
  private static final long LOOK_SECONDS = 1;

  private final RunControl control;
  private final Deque<Long> ids = new ArrayDeque<>();
  private int submitted;
  private int active;

  PendingJobs(RunControl control) {
    this.control = control;
  }

  /** Adds jobs at the end; gives how many the run has had in all. */
  synchronized int add(Collection<Job> jobs) {
    jobs.forEach(job -> ids.add(job.id()));
    submitted += jobs.size();
    notifyAll();
    return submitted;
  }

  /** Takes the next job; empty when the run ends or there is none and none can come. */
  synchronized Optional<Long> next() {
    while (ids.isEmpty() && active > 0 && !control.isStopped()) {
      try {
        wait(TimeUnit.SECONDS.toMillis(LOOK_SECONDS));
      } catch (InterruptedException e) {
        control.stop();
      }
    }
    if (ids.isEmpty() || control.isStopped()) {
      return Optional.empty();
    }
    active++;
    return Optional.of(ids.remove());
  }

  /** A job that was given back will be the next one again. */
  synchronized void again(long id) {
    ids.addFirst(id);
    notifyAll();
  }

  /** A job that was taken is not under way any more, however it went. */
  synchronized void ended() {
    active--;
    notifyAll();
  }

  /** Lets those who wait look whether the run has ended. */
  synchronized void wake() {
    notifyAll();
  }
}
