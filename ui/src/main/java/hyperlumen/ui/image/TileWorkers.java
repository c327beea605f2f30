package hyperlumen.ui.image;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Background threads that build tiles, newest request first: what came into view last is what the
 * user is looking at.
 *
 * <p>Requests that pile up beyond {@link #MAXIMUM_PENDING} are forgotten, oldest first; whoever
 * still needs them asks again.
 */
public final class TileWorkers implements AutoCloseable {

  /** About three windows full of tiles at 4K; more would be out of view before its turn. */
  static final int MAXIMUM_PENDING = 512;

  private record Request(Runnable work, Runnable forgotten) {}

  private final Deque<Request> pending = new ArrayDeque<>();
  private boolean closed;

  /** Starts {@code threads} daemon threads. */
  public TileWorkers(int threads) {
    for (int i = 0; i < threads; i++) {
      Thread.ofPlatform().daemon().name("tiles-" + i).start(this::work);
    }
  }

  /** Runs {@code work} soon on a worker, or {@code forgotten} if newer requests crowd it out. */
  void submit(Runnable work, Runnable forgotten) {
    Request dropped = null;
    synchronized (pending) {
      if (closed) {
        dropped = new Request(work, forgotten);
      } else {
        pending.addLast(new Request(work, forgotten));
        if (pending.size() > MAXIMUM_PENDING) {
          dropped = pending.removeFirst();
        }
        pending.notify();
      }
    }
    if (dropped != null) {
      dropped.forgotten.run();
    }
  }

  private void work() {
    while (true) {
      Request next;
      synchronized (pending) {
        while (pending.isEmpty() && !closed) {
          try {
            pending.wait();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
          }
        }
        if (closed) {
          return;
        }
        next = pending.removeLast();
      }
      next.work.run();
    }
  }

  /** Ends the threads once their present tile is done; everything pending is dropped. */
  @Override
  public void close() {
    synchronized (pending) {
      closed = true;
      pending.clear();
      pending.notifyAll();
    }
  }
}
