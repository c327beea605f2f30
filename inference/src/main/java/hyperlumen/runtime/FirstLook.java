package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.network.Halo;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.progress.Progress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody sees before the first of a run's tiles is done: small tiles in the middle of what
 * is looked at. A run's tiles are large, since a halo is the greatest waste; the small ones waste
 * more and are there many times sooner. They have the run's filters and equal its tiles to
 * rounding, which take their places later, so that the result does not depend on who has looked.
 */
final class FirstLook {

  /** Side of what a small tile keeps, in photo pixels: some hundredths of a second of work. */
  private static final int KEPT = 256;

  /** Small tiles at the most: with their halos about as much work as one of the run's tiles. */
  private static final int MOST = 9;

  /** Where the view is larger than so many small tiles, these few would be lost in it. */
  private static final int LARGEST_VIEW = 64;

  /** A run's tiles that are not larger by this factor come soon enough themselves. */
  private static final int LEAST_GAIN = 4;

  private final TilePlan plan;
  private final boolean useful;
  private double seconds;
  private double pixels;

  /** A first look at what {@code run} will compute. */
  FirstLook(Model model, TilePlan run) {
    Halo halo = ReceptiveField.of(model.network());
    int keep = Math.ceilDiv(KEPT / run.factor(), halo.alignment()) * halo.alignment();
    plan = new TilePlan(run.packed(), keep, keep, run.halo(), run.factor());
    useful =
        model.network().fixedTile().isEmpty()
            && run.tile().pixels() >= LEAST_GAIN * plan.tile().pixels()
            && run.count() > 1;
  }

  /**
   * Computes the tiles in the middle of the view, as long as they are looked at.
   *
   * @param view tells what is looked at now, in the input's pixels
   */
  void run(
      ForwardSession session,
      NetworkInput input,
      Supplier<Region> view,
      Progress progress,
      NetworkPicture.Sink sink)
      throws PhotoException, RuntimeFailure {
    long side = (long) KEPT * KEPT;
    if (!useful || view.get().pixels() > LARGEST_VIEW * side) {
      return;
    }
    long start = System.nanoTime();
    TileOrder order = new TileOrder(plan, input.size());
    Crop crop = new Crop(input.crop(), sink);
    try (ForwardSession.Worker worker = session.worker(input, plan.tile())) {
      for (int i = 0; i < MOST && !progress.isCancelled(); i++) {
        Region seen = view.get();
        Optional<TileOrder.Tile> next = order.next(seen);
        if (next.isEmpty()) {
          break;
        }
        Region kept = plan.kept(next.get().column(), next.get().row(), input.size());
        if (!kept.intersects(seen)) {
          break;
        }
        worker.fill(plan.input(next.get().column(), next.get().row()));
        worker.run();
        Raster tile = new Raster(3, kept.height(), kept.width());
        worker.copyKept(kept, plan.halo() * plan.factor(), tile, 0, 0);
        pixels += plan.tile().pixels();
        crop.handOn(kept, tile);
      }
    }
    seconds = (System.nanoTime() - start) / 1e9;
  }

  /** Seconds it took. */
  double seconds() {
    return seconds;
  }

  /** Network pixels that were computed, halos included. */
  double executedPixels() {
    return pixels;
  }
}
