package hyperlumen.enhance;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.concurrent.atomic.AtomicLong;

/** Measures how long its reader waits for it. */
final class WaitingPicture implements RasterSource {

  private final RasterSource picture;
  private final AtomicLong nanos = new AtomicLong();

  WaitingPicture(RasterSource picture) {
    this.picture = picture;
  }

  /** Seconds spent in reads so far. */
  double seconds() {
    return nanos.get() / 1e9;
  }

  @Override
  public int channels() {
    return picture.channels();
  }

  @Override
  public Size size() {
    return picture.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    long start = System.nanoTime();
    picture.read(region, into);
    nanos.addAndGet(System.nanoTime() - start);
  }
}
