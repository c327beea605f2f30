package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.progress.Progress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs single tiles of one photo: the session, the buffers and the threads. While some tiles are in
 * the network, others are filled and emptied. Thread-safe; whoever opens it closes it.
 */
final class TileRunner implements AutoCloseable {

  private final NetworkInput input;
  private final TilePlan plan;
  private final Progress progress;
  private final ForwardSession session;
  private final ExecutorService executor;
  private final int count;
  private final BlockingQueue<ForwardSession.Worker> workers = new LinkedBlockingQueue<>();
  private final Semaphore running;
  private final AtomicInteger tilesDone = new AtomicInteger();

  /** 1 for each tile, row by row, whose result was finite and is in place. */
  private final AtomicIntegerArray ran;

  private final AtomicLong firstStart = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong lastEnd = new AtomicLong();

  TileRunner(
      Model model,
      FilterBank bank,
      NetworkInput input,
      TilePlan plan,
      int threads,
      Progress progress)
      throws RuntimeFailure {
    this.input = input;
    this.plan = plan;
    this.progress = progress;
    ran = new AtomicIntegerArray(plan.count());
    Lanes lanes = Lanes.of(threads);
    count = Math.min(lanes.buffers(), plan.count());
    running = new Semaphore(lanes.runs());
    session = ForwardSession.open(model, bank, lanes.threadsEach());
    executor =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("tile worker ", 1).factory());
    try {
      for (int i = 0; i < count; i++) {
        workers.add(session.worker(input, plan.tile()));
      }
    } catch (RuntimeFailure | RuntimeException | OutOfMemoryError e) {
      free(); // Nobody else has this runner to close it.
      throw e;
    }
  }

  /** The session that all tiles are run in; closed with this. */
  ForwardSession session() {
    return session;
  }

  /** The threads that tiles are to be run on, as many as there are buffers. */
  ExecutorService executor() {
    return executor;
  }

  /** Tiles that are under way at once. */
  int count() {
    return count;
  }

  /** Whether the network has run on every tile of which anything is shown. */
  boolean isComplete() {
    for (int row = 0; row < plan.rows(); row++) {
      for (int column = 0; column < plan.columns(); column++) {
        boolean shown = plan.kept(column, row, input.size()).intersects(input.crop());
        if (shown && ran.get(row * plan.columns() + column) == 0) {
          return false;
        }
      }
    }
    return true;
  }

  int tilesDone() {
    return tilesDone.get();
  }

  /** Seconds from the first tile's start to the last one's end, as far as tiles have run. */
  double wallSeconds() {
    return Math.max(0, lastEnd.get() - Math.min(firstStart.get(), lastEnd.get())) / 1e9;
  }

  /**
   * Runs a tile, unless the work is cancelled; on a thread of {@link #executor}.
   *
   * @param into receives what the tile keeps
   * @param x column of {@code into} where it begins
   * @param y row of {@code into} where it begins
   */
  void run(int column, int row, Raster into, int x, int y) throws PhotoException, RuntimeFailure {
    if (progress.isCancelled()) {
      return;
    }
    firstStart.accumulateAndGet(System.nanoTime(), Math::min);
    ForwardSession.Worker worker = workers.remove();
    try {
      worker.fill(plan.input(column, row));
      running.acquireUninterruptibly();
      try {
        worker.run();
      } finally {
        running.release();
      }
      Region kept = plan.kept(column, row, input.size());
      worker.copyKept(kept, plan.halo() * plan.factor(), into, x, y);
      ran.set(row * plan.columns() + column, 1);
    } finally {
      workers.add(worker);
      lastEnd.accumulateAndGet(System.nanoTime(), Math::max);
    }
    progress.advance(Progress.Stage.NETWORK, tilesDone.incrementAndGet(), plan.count());
  }

  /** Breaks off the tiles that are in the network; they fail. */
  void terminate() {
    session.terminate();
  }

  /** Ends all work and frees native memory. */
  @Override
  public void close() {
    if (progress.isCancelled()) {
      terminate();
    }
    free();
  }

  private void free() {
    executor.close(); // Waits also where it is interrupted: tiles still write to the buffers.
    workers.forEach(ForwardSession.Worker::close);
    session.close();
  }
}
