package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A picture at half the size: each pixel the mean of a 2x2 cell, an odd last row or column dropped.
 *
 * @param source the picture, at least 2x2
 */
record Halved(RasterSource source) implements RasterSource {

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public Size size() {
    return new Size(source.size().width() / 2, source.size().height() / 2);
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    Raster fine =
        source.read(
            new Region(2 * region.x(), 2 * region.y(), 2 * region.width(), 2 * region.height()));
    float[] f = fine.samples();
    float[] coarse = into.samples();
    for (int c = 0; c < channels(); c++) {
      for (int y = 0; y < region.height(); y++) {
        int upper = fine.index(c, 2 * y, 0);
        int lower = upper + fine.width();
        int target = into.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          coarse[target + x] =
              0.25f
                  * (f[upper + 2 * x]
                      + f[upper + 2 * x + 1]
                      + f[lower + 2 * x]
                      + f[lower + 2 * x + 1]);
        }
      }
    }
  }
}
