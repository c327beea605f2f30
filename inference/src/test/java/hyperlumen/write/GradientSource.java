package hyperlumen.write;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A picture of any size that is computed when it is pulled: level(row, column, channel) / most,
 * where the levels are integers that fill 0 to most.
 *
 * @param size width and height
 * @param channels 1 to 4
 * @param most 255 or 65535
 */
record GradientSource(Size size, int channels, int most) implements RasterSource {

  @Override
  public void read(Region region, Raster into) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < region.height(); y++) {
        for (int x = 0; x < region.width(); x++) {
          into.set(c, y, x, level(region.y() + y, region.x() + x, c) / (float) most);
        }
      }
    }
  }

  /** The integer level at a place: a slope with some noise in its low bits. */
  int level(int row, int column, int channel) {
    int noise = (row * 7919 + column * 104729 + channel * 1299709) >>> 4 & 7;
    return (row * 37 + column * 11 + channel * 101 + noise) % (most + 1);
  }
}
