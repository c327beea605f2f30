package hyperlumen.enhance;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * Camera RGB with its as-shot balance taken out again: as the sensor saw it, 1 = saturation.
 *
 * @param balanced green gain 1
 * @param gains of the as-shot balance, green 1
 */
record UnbalancedPicture(RasterSource balanced, double[] gains) implements RasterSource {

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Size size() {
    return balanced.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    balanced.read(region, into);
    for (int c = 0; c < 3; c++) {
      scale(into, c, (int) region.pixels(), (float) (1 / gains[c]));
    }
  }

  /** A raster of such samples with the balance put in; a copy. */
  static Raster balanced(Raster sensor, double[] gains) {
    Raster balanced = new Raster(3, sensor.height(), sensor.width(), sensor.samples().clone());
    for (int c = 0; c < 3; c++) {
      scale(balanced, c, sensor.height() * sensor.width(), (float) gains[c]);
    }
    return balanced;
  }

  private static void scale(Raster raster, int channel, int count, float factor) {
    float[] values = raster.samples();
    int from = raster.plane(channel);
    for (int i = from; i < from + count; i++) {
      values[i] *= factor;
    }
  }
}
