package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;

/**
 * The difference of two pictures of the same size: 1/2 + gain (a - b) / 2 per channel (signed), or
 * gain |a - b|; a and b in [0, 1] at full stored precision.
 *
 * <p>With {@code signed}, grey means no difference, brighter means a is brighter. It follows every
 * change of the two pictures until {@link #close}.
 */
public final class DifferencePicture extends ObservablePicture implements AutoCloseable {

  private static final int OPAQUE = 0xff000000;

  private final PictureSource first;
  private final PictureSource second;
  private final Listener follow = this::invalidate;
  private volatile double gain = 1;
  private volatile boolean signed;

  /** first minus second. */
  public DifferencePicture(PictureSource first, PictureSource second) {
    super(first.size(), 16);
    if (!first.size().equals(second.size())) {
      throw new IllegalArgumentException(
          "pictures of " + first.size() + " and " + second.size() + " have no difference");
    }
    this.first = first;
    this.second = second;
    first.addListener(follow);
    second.addListener(follow);
  }

  /** Sets the gain, above 0, and whether the sign is kept. */
  public void setMapping(double newGain, boolean newSigned) {
    if (gain != newGain || signed != newSigned) {
      gain = newGain;
      signed = newSigned;
      invalidate(size().region());
    }
  }

  @Override
  public void fill(Region region, int[] argb) throws PhotoException {
    int pixels = (int) region.pixels();
    short[] difference = new short[3 * pixels];
    samples(region, difference);
    for (int i = 0; i < pixels; i++) {
      argb[i] =
          OPAQUE
              | SampleCodes.narrow(difference[3 * i] & 0xffff) << 16
              | SampleCodes.narrow(difference[3 * i + 1] & 0xffff) << 8
              | SampleCodes.narrow(difference[3 * i + 2] & 0xffff);
    }
  }

  @Override
  public void samples(Region region, short[] rgb) throws PhotoException {
    int count = 3 * (int) region.pixels();
    short[] other = new short[count];
    first.samples(region, rgb);
    second.samples(region, other);
    float scale = (float) gain;
    if (signed) {
      for (int i = 0; i < count; i++) {
        float value = 32767.5f + 0.5f * scale * ((rgb[i] & 0xffff) - (other[i] & 0xffff));
        rgb[i] = (short) (int) Math.clamp(value + 0.5f, 0f, 65535f);
      }
    } else {
      for (int i = 0; i < count; i++) {
        float value = scale * Math.abs((rgb[i] & 0xffff) - (other[i] & 0xffff));
        rgb[i] = (short) (int) Math.min(value + 0.5f, 65535f);
      }
    }
  }

  /** The plain difference at (x, y) on the 16-bit scale, with its sign and without the gain. */
  @Override
  public boolean valueAt(int x, int y, int[] rgb) throws PhotoException {
    short[] a = new short[3];
    short[] b = new short[3];
    Region pixel = new Region(x, y, 1, 1);
    first.samples(pixel, a);
    second.samples(pixel, b);
    for (int c = 0; c < 3; c++) {
      rgb[c] = (a[c] & 0xffff) - (b[c] & 0xffff);
    }
    return true;
  }

  @Override
  public void close() {
    first.removeListener(follow);
    second.removeListener(follow);
  }
}
