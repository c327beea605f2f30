package hyperlumen.ui.quality;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.PictureSource;
import java.util.function.BooleanSupplier;

/**
 * Part of a shown picture as samples in [0, 1]: three channels, exactly as stored.
 *
 * @param picture what is read
 * @param part which region of it; its upper left corner becomes (0, 0)
 * @param unwanted asked with every read; once true, reading throws {@link Unwanted}
 */
record PictureSamples(PictureSource picture, Region part, BooleanSupplier unwanted)
    implements RasterSource {

  /** Nobody waits for the answer any more. */
  static final class Unwanted extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unwanted() {
      super("the picture or the selection has changed");
    }
  }

  @Override
  public int channels() {
    return 3;
  }

  @Override
  public Size size() {
    return part.size();
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    if (unwanted.getAsBoolean()) {
      throw new Unwanted();
    }
    int pixels = region.width() * region.height();
    short[] rgb = new short[3 * pixels];
    picture.samples(region.moved(part.x(), part.y()), rgb);
    float[] samples = into.samples();
    for (int c = 0; c < 3; c++) {
      int to = into.plane(c);
      for (int i = 0; i < pixels; i++) {
        samples[to + i] = (rgb[3 * i + c] & 0xffff) / 65535f;
      }
    }
  }
}
