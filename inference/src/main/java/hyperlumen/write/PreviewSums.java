package hyperlumen.write;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;

/**
 * A small copy of a picture made while its bands go by: means of squares of pixels. Rows and
 * columns that do not fill a square are left out. Not thread-safe.
 */
final class PreviewSums {

  private final int factor;
  private final Raster sums;

  /** The copy of a three-channel picture with at most {@code side} pixels on its longer side. */
  PreviewSums(Size size, int side) {
    int longest = Math.max(size.width(), size.height());
    int wanted = Math.ceilDiv(longest, side);
    factor = Math.max(1, Math.min(wanted, Math.min(size.width(), size.height())));
    sums = new Raster(3, size.height() / factor, size.width() / factor);
  }

  /** Adds the first {@code rows} rows of {@code band}, which begins at row {@code y}. */
  void add(Raster band, int y, int rows) {
    float share = 1f / (factor * factor);
    int columns = sums.width() * factor;
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < rows && (y + r) / factor < sums.height(); r++) {
        int from = band.index(c, r, 0);
        int to = sums.index(c, (y + r) / factor, 0);
        for (int x = 0; x < columns; x++) {
          sums.samples()[to + x / factor] += band.samples()[from + x] * share;
        }
      }
    }
  }

  /** The means, once every band was added. */
  Raster raster() {
    return sums;
  }
}
