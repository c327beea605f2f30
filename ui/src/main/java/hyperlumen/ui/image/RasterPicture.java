package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;

/**
 * A picture computed when it is looked at: display-referred samples in [0, 1] pulled from a {@link
 * RasterSource}. Nothing of it is kept, so a picture of any size costs no memory of its own.
 */
public final class RasterPicture extends ObservablePicture {

  private static final int OPAQUE = 0xff000000;

  private final RasterSource source;

  /**
   * A view on {@code source}.
   *
   * @param source one or three channels
   * @param bits of a sample when it is written out, 8 or 16
   */
  public RasterPicture(RasterSource source, int bits) {
    super(source.size(), bits);
    this.source = source;
  }

  @Override
  public void fill(Region region, int[] argb) throws PhotoException {
    Raster raster = source.read(region);
    float[] samples = raster.samples();
    int green = raster.channels() == 1 ? 0 : raster.plane(1);
    int blue = raster.channels() == 1 ? 0 : raster.plane(2);
    for (int i = 0; i < region.pixels(); i++) {
      argb[i] =
          OPAQUE
              | StoredPicture.quantise(samples[i], 255) << 16
              | StoredPicture.quantise(samples[green + i], 255) << 8
              | StoredPicture.quantise(samples[blue + i], 255);
    }
  }

  @Override
  public void samples(Region region, short[] rgb) throws PhotoException {
    Raster raster = source.read(region);
    float[] samples = raster.samples();
    int green = raster.channels() == 1 ? 0 : raster.plane(1);
    int blue = raster.channels() == 1 ? 0 : raster.plane(2);
    int maximum = (1 << bits()) - 1;
    int widen = bits() == 8 ? 257 : 1;
    for (int i = 0; i < region.pixels(); i++) {
      rgb[3 * i] = (short) (StoredPicture.quantise(samples[i], maximum) * widen);
      rgb[3 * i + 1] = (short) (StoredPicture.quantise(samples[green + i], maximum) * widen);
      rgb[3 * i + 2] = (short) (StoredPicture.quantise(samples[blue + i], maximum) * widen);
    }
  }

  @Override
  public boolean valueAt(int x, int y, int[] rgb) throws PhotoException {
    Raster raster = source.read(new Region(x, y, 1, 1));
    int maximum = (1 << bits()) - 1;
    for (int c = 0; c < 3; c++) {
      int channel = Math.min(c, raster.channels() - 1);
      rgb[c] = StoredPicture.quantise(raster.get(channel, 0, 0), maximum);
    }
    return true;
  }
}
