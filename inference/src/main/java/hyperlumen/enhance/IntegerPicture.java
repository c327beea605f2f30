package hyperlumen.enhance;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * Integer samples as float planes v = s / (2^bits - 1).
 *
 * @param samples 1 to 4 channels
 * @param colour whether to give three colour channels (grey is repeated, alpha left out) instead of
 *     the channels as they are
 */
record IntegerPicture(IntegerSamples samples, boolean colour) implements RasterSource {

  @Override
  public int channels() {
    return colour ? 3 : samples.channels();
  }

  @Override
  public Size size() {
    return samples.size();
  }

  @Override
  public void read(Region region, Raster into) {
    float scale = 1f / ((1 << samples.bits()) - 1);
    boolean grey = samples.channels() <= 2;
    int stride = samples.channels();
    for (int c = 0; c < channels(); c++) {
      int channel = colour && grey ? 0 : c;
      for (int y = 0; y < region.height(); y++) {
        int to = into.index(c, y, 0);
        int from = ((region.y() + y) * samples.size().width() + region.x()) * stride + channel;
        switch (samples) {
          case IntegerSamples.Samples8 s -> {
            byte[] bytes = s.samples();
            for (int x = 0; x < region.width(); x++) {
              into.samples()[to + x] = (bytes[from + x * stride] & 0xff) * scale;
            }
          }
          case IntegerSamples.Samples16 s -> {
            short[] shorts = s.samples();
            for (int x = 0; x < region.width(); x++) {
              into.samples()[to + x] = (shorts[from + x * stride] & 0xffff) * scale;
            }
          }
        }
      }
    }
  }
}
