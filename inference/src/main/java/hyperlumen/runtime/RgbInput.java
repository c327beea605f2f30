package hyperlumen.runtime;

import hyperlumen.develop.BalancedRows;
import hyperlumen.network.Packing;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/** Display-referred RGB as a denoiser's planes, packed 2x2 or not; values as they are. */
final class RgbInput implements NetworkInput {

  private final RasterSource source;
  private final Packing packing;

  RgbInput(RasterSource source, Packing packing) {
    if (source.channels() != 3) {
      throw new IllegalArgumentException("a denoiser takes three channels");
    }
    this.source = source;
    this.packing = packing;
  }

  @Override
  public Size size() {
    return source.size();
  }

  @Override
  public Region crop() {
    return source.size().region();
  }

  @Override
  public int planes() {
    return packing.planes();
  }

  @Override
  public int factor() {
    return packing.factor();
  }

  @Override
  public Filler filler() {
    return new Filler() {
      private float[] scratch = new float[0];

      @Override
      public void fill(Region region, float[] out) throws PhotoException {
        int f = packing.factor();
        Region photo =
            new Region(region.x() * f, region.y() * f, region.width() * f, region.height() * f);
        Size size = source.size();
        // What lies inside, wide enough for all that is mirrored; small photos are read whole.
        Region inside = needed(photo, size);
        int length = 3 * Math.toIntExact(inside.pixels());
        if (scratch.length < length) {
          scratch = new float[length];
        }
        Raster raster = new Raster(3, inside.height(), inside.width(), scratch);
        source.read(inside, raster);
        int plane = region.height() * region.width();
        for (int c = 0; c < 3; c++) {
          for (int d = 0; d < f * f; d++) {
            int at = (c * f * f + d) * plane;
            for (int y = 0; y < region.height(); y++) {
              int row =
                  BalancedRows.mirrored(photo.y() + y * f + d / f, size.height()) - inside.y();
              int from = raster.index(c, row, 0);
              pack(photo.x() + d % f, f, size.width(), inside.x(), from, out, at, region.width());
              at += region.width();
            }
          }
        }
      }

      private void pack(
          int x, int step, int width, int insideX, int from, float[] out, int at, int count) {
        if (x >= 0 && x + (count - 1) * step < width) {
          int start = from + x - insideX;
          for (int k = 0; k < count; k++) {
            out[at + k] = scratch[start + k * step];
          }
          return;
        }
        for (int k = 0; k < count; k++) {
          out[at + k] = scratch[from + BalancedRows.mirrored(x + k * step, width) - insideX];
        }
      }
    };
  }

  /** The smallest region of the picture that holds every mirrored pixel of {@code photo}. */
  private static Region needed(Region photo, Size size) {
    int[] x = range(photo.x(), photo.endX(), size.width());
    int[] y = range(photo.y(), photo.endY(), size.height());
    return new Region(x[0], y[0], x[1] - x[0], y[1] - y[0]);
  }

  private static int[] range(int from, int end, int length) {
    int first = length - 1;
    int last = 0;
    for (int k = from; k < end; k++) {
      int at = BalancedRows.mirrored(k, length);
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
    return new int[] {first, last + 1};
  }
}
