package hyperlumen.runtime;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.progress.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs every tile of a photo once, in the order of interest, and hands each on when it is done. */
final class TileSweep {

  private final TileRunner runner;
  private final TilePlan plan;
  private final NetworkInput input;
  private final Progress progress;

  TileSweep(TileRunner runner, TilePlan plan, NetworkInput input, Progress progress) {
    this.runner = runner;
    this.plan = plan;
    this.input = input;
    this.progress = progress;
  }

  /** Starts as many workers as there are buffers; each ends with the tile it did last. */
  List<CompletableFuture<Raster>> start(Supplier<Region> view, NetworkPicture.Sink sink) {
    TileOrder order = new TileOrder(plan, input.size());
    List<CompletableFuture<Raster>> workers = new ArrayList<>();
    for (int i = 0; i < runner.count(); i++) {
      workers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return work(order, view, sink);
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              runner.executor()));
    }
    return workers;
  }

  private Raster work(TileOrder order, Supplier<Region> view, NetworkPicture.Sink sink)
      throws PhotoException, RuntimeFailure {
    Region crop = input.crop();
    Crop out = new Crop(crop, sink);
    int factor = plan.factor();
    float[] samples = new float[3 * plan.stepX() * plan.stepY() * factor * factor];
    Raster last = new Raster(3, 1, 1, samples);
    while (!progress.isCancelled()) {
      Optional<TileOrder.Tile> next = order.next(view.get().moved(crop.x(), crop.y()));
      if (next.isEmpty()) {
        break;
      }
      Region kept = plan.kept(next.get().column(), next.get().row(), input.size());
      last = new Raster(3, kept.height(), kept.width(), samples);
      runner.run(next.get().column(), next.get().row(), last, 0, 0);
      if (!progress.isCancelled()) {
        out.handOn(kept, last);
      }
    }
    return last;
  }
}
