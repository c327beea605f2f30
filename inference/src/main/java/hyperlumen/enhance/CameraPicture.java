package hyperlumen.enhance;

import hyperlumen.network.SignalCode;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * An ISP network's result as linear camera RGB, green gain 1: decoded, scaled, and mixed with the
 * plainly demosaiced photo where the strength is below 1.
 *
 * @param network coded values
 * @param plain the same photo demosaiced plainly
 * @param code of the network's output
 * @param scale takes its linear output to green gain 1
 * @param strength share of the network's result
 */
record CameraPicture(
    RasterSource network, RasterSource plain, SignalCode code, float scale, double strength)
    implements RasterSource {

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Size size() {
    return network.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    network.read(region, into);
    float[] values = into.samples();
    int rows = region.height() * region.width();
    for (int c = 0; c < 3; c++) {
      code.decode(values, into.plane(c), rows);
      for (int i = into.plane(c); i < into.plane(c) + rows; i++) {
        values[i] *= scale;
      }
    }
    if (strength < 1) {
      Mix.into(into, plain.read(region), region, (float) strength);
    }
  }
}
