package hyperlumen.batch;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Whether a run is paused or has to end, and which of its jobs were cancelled. Thread-safe. */
final class RunControl {

  /** How often a paused run looks whether it was interrupted from outside. */
  private static final long LOOK_MILLISECONDS = 100;

  private final BooleanSupplier interrupted;
  private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile boolean paused;
  private volatile boolean stopped;
  private volatile JobError reason;
  private long changes;

  RunControl(BooleanSupplier interrupted) {
    this.interrupted = interrupted;
  }

  void setPaused(boolean pause) {
    paused = pause;
    signal();
  }

  boolean isPaused() {
    return paused;
  }

  /** Ends the run within a tile; jobs under way are given back. */
  void stop() {
    stopped = true;
    signal();
  }

  /** Ends the run because of an obstacle that every other job would meet, too. */
  void stop(JobError obstacle) {
    lock.lock();
    try {
      if (reason == null) {
        reason = obstacle;
      }
    } finally {
      lock.unlock();
    }
    stop();
  }

  boolean isStopped() {
    return stopped || interrupted.getAsBoolean();
  }

  /** Why it had to end, if that was not the user's wish. */
  Optional<JobError> obstacle() {
    return Optional.ofNullable(reason);
  }

  void cancel(long id) {
    cancelled.add(id);
    signal();
  }

  /** Whether the user does not want this job any more. */
  boolean isCancelled(long id) {
    return cancelled.contains(id);
  }

  void forget(long id) {
    cancelled.remove(id);
  }

  /** Waits while the run is paused, unless {@code ended}. */
  void pausePoint(BooleanSupplier ended) {
    while (paused && !isStopped() && !ended.getAsBoolean()) {
      rest(LOOK_MILLISECONDS);
    }
  }

  /** Waits so long, or until something changes. */
  void rest(long milliseconds) {
    lock.lock();
    try {
      long seen = changes;
      long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
      while (changes == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
