package hyperlumen.develop;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Levels;
import hyperlumen.photo.LinearPhoto;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A LinearRaw photo as linear camera RGB, as-shot white-balanced, 1 = the white level of green; the
 * photo's crop. Nothing is clipped.
 *
 * @param photo three channels, or one, which fills all three
 */
public record LinearRgb(LinearPhoto photo) implements RasterSource {

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Size size() {
    return photo.size();
  }

  @Override
  public void read(Region region, Raster into) {
    IntegerSamples samples = photo.samples();
    Levels levels = photo.levels();
    double[] gains = photo.colour().asShotGains();
    int left = photo.crop().x() + region.x();
    int top = photo.crop().y() + region.y();
    for (int c = 0; c < 3; c++) {
      int channel = Math.min(c, samples.channels() - 1);
      float factor = (float) (gains[c] / levels.range());
      for (int y = 0; y < region.height(); y++) {
        int row = into.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          into.samples()[row + x] =
              (samples.sample(top + y, left + x, channel) - levels.blackAt(top + y, left + x))
                  * factor;
        }
      }
    }
  }
}
