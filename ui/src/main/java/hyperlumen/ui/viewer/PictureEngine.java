package hyperlumen.ui.viewer;

import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.TileCache;
import hyperlumen.ui.image.TilePyramid;
import hyperlumen.ui.image.TileWorkers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads and the tile cache that all viewers of a program share. Thread-safe. */
public final class PictureEngine implements AutoCloseable {

  /** Holds about 60 MPix at full size, or the coarser levels of 200 MPix. */
  private static final long CACHE_BYTES = 256L << 20;

  private final TileCache cache = new TileCache(CACHE_BYTES);
  private final TileWorkers workers =
      new TileWorkers(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final ExecutorService painter =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("painter").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  /** A pyramid over {@code source}; the caller closes it. */
  public TilePyramid pyramid(PictureSource source) {
    return new TilePyramid(source, cache, workers);
  }

  /** Runs {@code task} on the painting thread; dropped once the engine is closed. */
  void paint(Runnable task) {
    painter.execute(task);
  }

  @Override
  public void close() {
    painter.shutdown();
    workers.close();
  }
}
