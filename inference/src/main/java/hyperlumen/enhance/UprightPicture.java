package hyperlumen.enhance;

import hyperlumen.photo.Orientation;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/** A picture turned upright as it is read. */
final class UprightPicture implements RasterSource {

  private final RasterSource stored;
  private final Orientation orientation;

  private UprightPicture(RasterSource stored, Orientation orientation) {
    this.stored = stored;
    this.orientation = orientation;
  }

  /** {@code stored} turned by {@code orientation}. */
  static RasterSource of(RasterSource stored, Orientation orientation) {
    return orientation == Orientation.NORMAL ? stored : new UprightPicture(stored, orientation);
  }

  @Override
  public int channels() {
    return stored.channels();
  }

  @Override
  public Size size() {
    return orientation.upright(stored.size());
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    Size size = stored.size();
    int x0 = orientation.storedX(region.x(), region.y(), size);
    int y0 = orientation.storedY(region.x(), region.y(), size);
    int x1 = orientation.storedX(region.endX() - 1, region.endY() - 1, size);
    int y1 = orientation.storedY(region.endX() - 1, region.endY() - 1, size);
    Region source =
        new Region(
            Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0) + 1, Math.abs(y1 - y0) + 1);
    Raster raster = stored.read(source);
    // One step to the right and one step down, as steps in the stored samples.
    int right = step(region.x() + 1, region.y(), x0, y0, raster.width());
    int down = step(region.x(), region.y() + 1, x0, y0, raster.width());
    for (int c = 0; c < channels(); c++) {
      int corner = raster.index(c, y0 - source.y(), x0 - source.x());
      for (int y = 0; y < region.height(); y++) {
        int from = corner + y * down;
        int to = into.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          into.samples()[to + x] = raster.samples()[from + x * right];
        }
      }
    }
  }

  private int step(int x, int y, int x0, int y0, int stride) {
    int dx = orientation.storedX(x, y, stored.size()) - x0;
    int dy = orientation.storedY(x, y, stored.size()) - y0;
    return dy * stride + dx;
  }
}
