package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import java.util.Arrays;

/**
 * A picture computed when it is looked at: display-referred samples in [0, 1] pulled from a {@link
 * RasterSource}. Nothing of it is kept, so it costs no memory of its own and can be exchanged for
 * another rendering of the same photo at any time.
 */
public final class RasterPicture extends ObservablePicture {

  private static final int OPAQUE = 0xff000000;

  private final Coverage coverage;
  private volatile Region visible;
  private volatile RasterSource source;

  private RasterPicture(RasterSource source, int bits) {
    super(source.size(), bits);
    this.source = source;
    coverage = new Coverage(source.size());
    visible = source.size().region();
  }

  /**
   * A view on a picture that is all there.
   *
   * @param source one (grey), two (grey, alpha), three or four channels; alpha is not shown
   * @param bits of a sample when it is written out, 8 or 16
   */
  public static RasterPicture of(RasterSource source, int bits) {
    RasterPicture picture = new RasterPicture(source, bits);
    picture.coverage.add(source.size().region());
    return picture;
  }

  /** A view on a picture of which nothing is there yet; {@link #finish} says what is. */
  public static RasterPicture growing(RasterSource source, int bits) {
    return new RasterPicture(source, bits);
  }

  /** Announces that {@code region} can be read from now on. */
  public void finish(Region region) {
    coverage.add(region);
    invalidate(region);
  }

  @Override
  public void look(Region part) {
    visible = part;
  }

  /**
   * Which part of the picture is looked at: what is still missing there is what the user waits for.
   * The whole picture before anybody has looked.
   */
  public Region lookedAt() {
    return visible;
  }

  /** Shows {@code other}, of the same size, from now on. */
  public void replace(RasterSource other) {
    if (!other.size().equals(size())) {
      throw new IllegalArgumentException(other.size() + " is not " + size());
    }
    source = other;
    invalidate(size().region());
  }

  @Override
  public void fill(Region region, int[] argb) throws PhotoException {
    if (coverage.isComplete()) {
      fillPart(region, region, argb);
      return;
    }
    Arrays.fill(argb, 0, (int) region.pixels(), 0);
    for (Region part : coverage.within(region)) {
      fillPart(region, part, argb);
    }
  }

  private void fillPart(Region region, Region part, int[] argb) throws PhotoException {
    Raster raster = source.read(part);
    float[] samples = raster.samples();
    int green = plane(raster, 1);
    int blue = plane(raster, 2);
    int from = 0;
    for (int y = part.y(); y < part.endY(); y++) {
      int to = (y - region.y()) * region.width() + part.x() - region.x();
      for (int x = 0; x < part.width(); x++, from++) {
        argb[to + x] =
            OPAQUE
                | SampleCodes.quantise(samples[from], 255) << 16
                | SampleCodes.quantise(samples[green + from], 255) << 8
                | SampleCodes.quantise(samples[blue + from], 255);
      }
    }
  }

  private static int plane(Raster raster, int channel) {
    return raster.channels() >= 3 ? raster.plane(channel) : 0;
  }

  @Override
  public void samples(Region region, short[] rgb) throws PhotoException {
    Arrays.fill(rgb, 0, 3 * (int) region.pixels(), (short) 0);
    int maximum = (1 << bits()) - 1;
    int widen = bits() == 8 ? 257 : 1;
    for (Region part : coverage.within(region)) {
      Raster raster = source.read(part);
      int pixels = part.width() * part.height();
      for (int c = 0; c < 3; c++) {
        int plane = plane(raster, c);
        for (int i = 0; i < pixels; i++) {
          int y = part.y() - region.y() + i / part.width();
          int x = part.x() - region.x() + i % part.width();
          rgb[3 * (y * region.width() + x) + c] =
              (short) (SampleCodes.quantise(raster.samples()[plane + i], maximum) * widen);
        }
      }
    }
  }

  @Override
  public boolean valueAt(int x, int y, int[] rgb) throws PhotoException {
    if (!coverage.contains(x, y)) {
      return false;
    }
    Raster raster = source.read(new Region(x, y, 1, 1));
    int maximum = (1 << bits()) - 1;
    for (int c = 0; c < 3; c++) {
      rgb[c] = SampleCodes.quantise(raster.samples()[plane(raster, c)], maximum);
    }
    return true;
  }

  @Override
  public void values(Region region, int[] rgb) throws PhotoException {
    int maximum = (1 << bits()) - 1;
    for (Region part : coverage.within(region)) {
      Raster raster = source.read(part);
      for (int i = 0; i < part.width() * part.height(); i++) {
        int y = part.y() - region.y() + i / part.width();
        int x = part.x() - region.x() + i % part.width();
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * region.width() + x) + c] =
              SampleCodes.quantise(raster.samples()[plane(raster, c) + i], maximum);
        }
      }
    }
  }
}
