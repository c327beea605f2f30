package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * The network's result for a whole photo, computed strip by strip as it is pulled: coded values of
 * three channels at the photo's size, after the crop.
 *
 * <p>A strip is one row of tiles (or one column, for pictures that are written turned). Workers
 * fill and empty tiles while others are in the network; while a strip is being used the next one is
 * computed. Two strips are in memory at a time. After a cancellation regions are returned unfilled;
 * whoever pulls asks {@link Progress} before using them. Reads are serialised.
 */
public final class NetworkPicture implements RasterSource, AutoCloseable {

  private static final float[] NONE = {};

  private final Path file;
  private final NetworkInput input;
  private final TilePlan plan;
  private final boolean byColumns;
  private final Progress progress;
  private final TileRunner runner;
  private final FirstLook look;

  private int currentStrip = -1;
  private CompletableFuture<Raster> current;
  private int nextStrip = -1;

  /** Samples of a strip that nobody reads any more. */
  private float[] spare = NONE;

  private CompletableFuture<Raster> next;

  /**
   * Opens the run; nothing is computed before the first read.
   *
   * @param byColumns whether the picture will be pulled in bands of columns
   * @param threads shared out as {@link Lanes} says
   */
  public NetworkPicture(
      Path file,
      Model model,
      FilterBank bank,
      NetworkInput input,
      TilePlan plan,
      boolean byColumns,
      int threads,
      Progress progress)
      throws RuntimeFailure {
    this.file = file;
    this.input = input;
    this.plan = plan;
    this.byColumns = byColumns;
    this.progress = progress;
    this.runner = new TileRunner(model, bank, input, plan, threads, progress);
    look = new FirstLook(model, plan);
  }

  /** The tiles. */
  public TilePlan plan() {
    return plan;
  }

  /** Seconds from the first tile's start to the last one's end, as far as tiles have run. */
  public double wallSeconds() {
    return runner.wallSeconds();
  }

  /** Seconds that small tiles for a first look took, see {@link #runTiles}; 0 without any. */
  public double lookSeconds() {
    return look.seconds();
  }

  /** Network pixels of the small tiles for a first look, halos included. */
  public double lookPixels() {
    return look.executedPixels();
  }

  /** Tiles finished. */
  public int tilesDone() {
    return runner.tilesDone();
  }

  /** Whether the network has run on every tile of which anything is shown. */
  public boolean isComplete() {
    return runner.isComplete();
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Size size() {
    return input.crop().size();
  }

  @Override
  public synchronized void read(Region region, Raster into) throws PhotoException {
    Region crop = input.crop();
    Region wanted = region.moved(crop.x(), crop.y());
    int step = (byColumns ? plan.stepX() : plan.stepY()) * plan.factor();
    int from = byColumns ? wanted.x() : wanted.y();
    int end = byColumns ? wanted.endX() : wanted.endY();
    for (int at = from; at < end; ) {
      int strip = at / step;
      int stop = Math.min(end, (strip + 1) * step);
      Raster raster = strip(strip);
      if (raster == null) {
        return;
      }
      copy(raster, strip * step, at, stop, wanted, into);
      at = stop;
    }
  }

  private void copy(Raster strip, int start, int at, int stop, Region wanted, Raster into) {
    for (int c = 0; c < 3; c++) {
      if (byColumns) {
        for (int y = 0; y < wanted.height(); y++) {
          System.arraycopy(
              strip.samples(),
              strip.index(c, wanted.y() + y, at - start),
              into.samples(),
              into.index(c, y, at - wanted.x()),
              stop - at);
        }
      } else {
        for (int y = at; y < stop; y++) {
          System.arraycopy(
              strip.samples(),
              strip.index(c, y - start, wanted.x()),
              into.samples(),
              into.index(c, y - wanted.y(), 0),
              wanted.width());
        }
      }
    }
  }

  /** The finished strip, or null after a cancellation. */
  private Raster strip(int strip) throws PhotoException {
    if (strip != currentStrip) {
      int previous = currentStrip;
      CompletableFuture<Raster> before = current;
      current = strip == nextStrip ? next : compute(strip);
      currentStrip = strip;
      int direction = previous > strip ? -1 : 1;
      nextStrip = strip + direction;
      int strips = byColumns ? plan.columns() : plan.rows();
      Raster done = await(current);
      if (done == null) {
        return null;
      }
      // The next strip begins when this one is complete, so that two are in memory at the most. It
      // takes the place of the one before: a strip is too large to be left to the collector, which
      // would let the heap grow by one strip after the other.
      if (before != null && before.isDone() && !before.isCompletedExceptionally()) {
        spare = before.join().samples();
      }
      next = nextStrip >= 0 && nextStrip < strips ? compute(nextStrip) : null;
      return done;
    }
    return await(current);
  }

  /**
   * Waits until it is done; null after a cancellation, when the tiles in the network are broken off
   * and none is under way any more.
   */
  private Raster await(CompletableFuture<Raster> future) throws PhotoException {
    try {
      return progress.await(future);
    } catch (CancelledException e) {
      runner.terminate();
      future.handle((raster, failure) -> raster).join();
      return null;
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(new RuntimeFailure("the work was interrupted"));
    }
  }

  private PhotoException failed(Throwable cause) {
    return cause instanceof PhotoException photo
        ? photo
        : new PhotoException(PhotoException.Kind.NETWORK_FAILED, file, cause.getMessage(), cause);
  }

  private CompletableFuture<Raster> compute(int strip) {
    Size size = input.size();
    Region whole = byColumns ? plan.kept(strip, 0, size) : plan.kept(0, strip, size);
    int height = byColumns ? size.height() : whole.height();
    int width = byColumns ? whole.width() : size.width();
    int length = Math.toIntExact(3L * height * width);
    Raster raster =
        new Raster(3, height, width, spare.length >= length ? spare : new float[length]);
    spare = NONE;
    int tiles = byColumns ? plan.rows() : plan.columns();
    List<CompletableFuture<Void>> futures = new ArrayList<>(tiles);
    for (int i = 0; i < tiles; i++) {
      int column = byColumns ? strip : i;
      int row = byColumns ? i : strip;
      futures.add(CompletableFuture.runAsync(() -> tile(column, row, raster), runner.executor()));
    }
    return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
        .thenApply(nothing -> raster);
  }

  private void tile(int column, int row, Raster raster) {
    Region kept = plan.kept(column, row, input.size());
    try {
      runner.run(column, row, raster, byColumns ? 0 : kept.x(), byColumns ? kept.y() : 0);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  /** Hears of finished tiles, on several threads at once. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a tile.
     *
     * @param region its place in this picture
     * @param values its samples; used again after the call
     */
    void finished(Region region, Raster values) throws PhotoException;
  }

  /**
   * Runs every tile once, those that are looked at first; instead of {@link #read}. The values are
   * those that reading gives. Where tiles are large, some small ones in the middle of the view come
   * before them and are replaced. Returns when all are done or the work was cancelled.
   *
   * @param view tells, whenever a tile is chosen, which part of this picture is looked at
   */
  public void runTiles(Supplier<Region> view, Sink sink) throws PhotoException {
    Region crop = input.crop();
    try {
      look.run(runner.session(), input, () -> view.get().moved(crop.x(), crop.y()), progress, sink);
    } catch (RuntimeFailure e) {
      if (!progress.isCancelled()) {
        throw new PhotoException(PhotoException.Kind.NETWORK_FAILED, file, e.getMessage(), e);
      }
    }
    TileSweep sweep = new TileSweep(runner, plan, input, progress);
    for (CompletableFuture<Raster> one : sweep.start(view, sink)) {
      await(one);
    }
  }

  /** Ends all work and frees native memory. */
  @Override
  public synchronized void close() {
    runner.close();
  }
}
