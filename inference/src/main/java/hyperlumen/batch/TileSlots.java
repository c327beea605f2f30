package hyperlumen.batch;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Places for tiles that are computed at once, over all photos: a photo takes as many as it has
 * tiles, and gives them back when its last tile is done, while it is still being written. First
 * come, first served. Thread-safe.
 */
final class TileSlots {

  /** Held by the photo whose turn it is, until it has its places. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int limit;
  private int used;

  TileSlots(int limit) {
    this.limit = limit;
  }

  /** Waits for places; at most as many as there are. */
  int take(int wanted) {
    turn.lock();
    lock.lock();
    try {
      while (used + Math.min(wanted, limit) > limit) {
        changed.awaitUninterruptibly();
      }
      int granted = Math.min(wanted, limit);
      used += granted;
      return granted;
    } finally {
      lock.unlock();
      turn.unlock();
    }
  }

  void give(int places) {
    lock.lock();
    try {
      used -= places;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Changes the number of places; photos under way keep theirs. */
  void setLimit(int places) {
    lock.lock();
    try {
      limit = places;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int limit() {
    lock.lock();
    try {
      return limit;
    } finally {
      lock.unlock();
    }
  }
}
