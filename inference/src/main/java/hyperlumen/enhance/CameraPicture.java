package hyperlumen.enhance;

import hyperlumen.network.SignalCode;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.RowBlocks;
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
    RowBlocks.inParallel(region.height(), (from, end) -> decode(into, from, end, region.width()));
    if (strength < 1) {
      Mix.into(into, plain.read(region), region, (float) strength);
    }
  }

  private void decode(Raster raster, int from, int end, int width) {
    float[] values = raster.samples();
    for (int c = 0; c < 3; c++) {
      // Rows of a raster follow one another without a gap.
      int start = raster.index(c, from, 0);
      int count = (end - from) * width;
      code.decode(values, start, count);
      for (int i = start; i < start + count; i++) {
        values[i] *= scale;
      }
    }
  }
}
