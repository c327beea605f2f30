package hyperlumen.enhance;

import hyperlumen.colour.Rendering;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.concurrent.atomic.AtomicLong;

/** Linear camera RGB rendered for the display as it is read; counts the time that takes. */
final class RenderedPicture implements RasterSource {

  private final RasterSource cameraRgb;
  private final Rendering rendering;
  private final AtomicLong nanos = new AtomicLong();

  RenderedPicture(RasterSource cameraRgb, Rendering rendering) {
    this.cameraRgb = cameraRgb;
    this.rendering = rendering;
  }

  /** Seconds spent rendering so far, summed over threads. */
  double seconds() {
    return nanos.get() / 1e9;
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Size size() {
    return cameraRgb.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    cameraRgb.read(region, into);
    long start = System.nanoTime();
    rendering.apply(into, into);
    nanos.addAndGet(System.nanoTime() - start);
  }
}
