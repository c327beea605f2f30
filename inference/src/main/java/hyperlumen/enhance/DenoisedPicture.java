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
 * @param strength share of the network's result; grey takes that of the lightness
 */
record DenoisedPicture(RasterSource network, RasterSource photo, Strength strength)
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
      if (!strength.isFull()) {
        Mix.into(into, photo.read(region), region, strength);
      }
      return;
    }
    Raster result = network.read(region);
    photo.read(region, into);
    if (colours == 3 && !strength.isFull()) {
      Mix.into(result, into, region, strength);
    }
    float share = colours == 3 ? 1 : (float) strength.luminance();
    for (int c = 0; c < colours; c++) {
      for (int y = 0; y < region.height(); y++) {
        int to = into.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          float clean =
              colours == 3
                  ? result.get(c, y, x)
                  : (result.get(0, y, x) + result.get(1, y, x) + result.get(2, y, x)) / 3;
          float noisy = into.samples()[to + x];
          into.samples()[to + x] = noisy + share * (clean - noisy);
        }
      }
    }
  }
}
