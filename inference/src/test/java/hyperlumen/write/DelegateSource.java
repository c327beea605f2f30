package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/** Does what another source does; tests add to it. */
class DelegateSource implements RasterSource {

  private final RasterSource inner;

  DelegateSource(RasterSource inner) {
    this.inner = inner;
  }

  @Override
  public int channels() {
    return inner.channels();
  }

  @Override
  public Size size() {
    return inner.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    inner.read(region, into);
  }
}
