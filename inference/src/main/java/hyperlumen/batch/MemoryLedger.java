package hyperlumen.batch;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Who has how much of the memory budget: photos that were read ahead, and photos being computed. A
 * photo that alone needs more than there is may still go, by itself. Thread-safe.
 */
final class MemoryLedger {

  private final long budget;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private long readAhead;
  private int readPhotos;
  private long running;
  private int runningPhotos;

  /** Bytes beyond what the process needs without photos. */
  MemoryLedger(long budget) {
    this.budget = budget;
  }

  /** Waits until a photo of about so many bytes may be read. */
  void beforeReading(long bytes) {
    change(
        () -> readPhotos + runningPhotos == 0 || readAhead + running + bytes <= budget, () -> {});
  }

  /** A photo has been read. */
  void read(long bytes) {
    change(
        () -> true,
        () -> {
          readAhead += bytes;
          readPhotos++;
        });
  }

  /** Waits until a photo that was read may be computed with so many bytes, its own included. */
  void start(long photoBytes, long bytes) {
    change(
        () -> runningPhotos == 0 || readAhead - photoBytes + running + bytes <= budget,
        () -> {
          readAhead -= photoBytes;
          readPhotos--;
          running += bytes;
          runningPhotos++;
        });
  }

  /** A photo that was read is given up before it was started. */
  void forget(long photoBytes) {
    change(
        () -> true,
        () -> {
          readAhead -= photoBytes;
          readPhotos--;
        });
  }

  /** A photo that was started is finished. */
  void finish(long bytes) {
    change(
        () -> true,
        () -> {
          running -= bytes;
          runningPhotos--;
        });
  }

  /** Photos being computed. */
  int running() {
    lock.lock();
    try {
      return runningPhotos;
    } finally {
      lock.unlock();
    }
  }

  private void change(BooleanSupplier allowed, Runnable change) {
    lock.lock();
    try {
      while (!allowed.getAsBoolean()) {
        changed.awaitUninterruptibly();
      }
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
