package hyperlumen.develop;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;

/**
 * A finished picture's samples over their largest value: three channels in [0, 1], in the encoding
 * and profile of the file.
 *
 * <p>Grey fills all three channels; alpha is left out.
 *
 * @param photo PNG, JPEG or TIFF
 */
public record DisplayRgb(RgbPhoto photo) implements RasterSource {

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
    int stride = samples.channels();
    boolean colour = stride >= 3;
    for (int c = 0; c < 3; c++) {
      int channel = colour ? c : 0;
      for (int y = 0; y < region.height(); y++) {
        int from = ((region.y() + y) * samples.size().width() + region.x()) * stride + channel;
        int to = into.index(c, y, 0);
        float[] target = into.samples();
        switch (samples) {
          case IntegerSamples.Samples8 s -> {
            byte[] source = s.samples();
            for (int x = 0; x < region.width(); x++) {
              target[to + x] = (source[from + x * stride] & 0xff) / 255f;
            }
          }
          case IntegerSamples.Samples16 s -> {
            short[] source = s.samples();
            for (int x = 0; x < region.width(); x++) {
              target[to + x] = (source[from + x * stride] & 0xffff) / 65535f;
            }
          }
        }
      }
    }
  }
}
