package hyperlumen.ui.studio;

import hyperlumen.ui.quality.Quality;
import java.util.function.ToDoubleFunction;

/**
 * A run and the photo it was made on.
 *
 * @param photo the photo's file name
 * @param megapixels of the photo
 * @param run what was done
 */
record RunRow(String photo, double megapixels, PhotoRun run) {

  static RunRow of(PhotoItem item, PhotoRun run) {
    return new RunRow(item.name(), run.cost().size().megapixels(), run);
  }

  /** A figure of its quality; not-a-number while that is unknown. */
  double quality(ToDoubleFunction<Quality> figure) {
    Quality quality = run.qualityProperty().get();
    return quality == null ? Double.NaN : figure.applyAsDouble(quality);
  }

  /** Peak memory in bytes; not-a-number where the system does not tell. */
  double memory() {
    return run.cost().peakMemory().isPresent()
        ? (double) run.cost().peakMemory().getAsLong()
        : Double.NaN;
  }
}
