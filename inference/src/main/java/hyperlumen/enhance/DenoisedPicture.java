package hyperlumen.enhance;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A denoiser's result in the photo's own channels: grey is the mean of the three, alpha is the
 * photo's; mixed with the photo where the strength is below 1.
 *
 * @param network three channels
 * @param photo the noisy picture with its own 1 to 4 channels
 * @param strength share of the network's result
 */
record DenoisedPicture(RasterSource network, RasterSource photo, double strength)
    implements RasterSource {

  @Override
  public int channels() {
    return photo.channels();
  }

  @Override
  public Size size() {
    return photo.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    int own = photo.channels();
    int colours = own >= 3 ? 3 : 1;
    if (own == 3) {
      network.read(region, into);
      if (strength < 1) {
        Mix.into(into, photo.read(region), region, (float) strength);
      }
      return;
    }
    Raster result = network.read(region);
    photo.read(region, into);
    for (int c = 0; c < colours; c++) {
      for (int y = 0; y < region.height(); y++) {
        int to = into.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          float clean =
              colours == 3
                  ? result.get(c, y, x)
                  : (result.get(0, y, x) + result.get(1, y, x) + result.get(2, y, x)) / 3;
          float noisy = into.samples()[to + x];
          into.samples()[to + x] = noisy + (float) strength * (clean - noisy);
        }
      }
    }
  }
}
