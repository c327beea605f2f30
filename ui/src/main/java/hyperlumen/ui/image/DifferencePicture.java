package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;

/**
 * The difference of two pictures of the same size, made visible as {@link DifferenceMap} says: 1/2
 * + gain (a - b) / 2 per channel, gain |a - b|, or the colour of gain (Y(a) - Y(b)) with Y the Rec.
 * 709 weighted sum of the stored values; a and b in [0, 1] at full stored precision.
 *
 * <p>It follows every change of the two pictures until {@link #close}.
 */
public final class DifferencePicture extends ObservablePicture implements AutoCloseable {

  private static final int OPAQUE = 0xff000000;

  /** Weights of brightness: ITU-R BT.709. */
  private static final float RED = 0.2126f;

  private static final float GREEN = 0.7152f;
  private static final float BLUE = 0.0722f;

  private final PictureSource first;
  private final PictureSource second;
  private final Listener follow = this::invalidate;
  private volatile double gain = 1;
  private volatile DifferenceMap map = DifferenceMap.ABSOLUTE;

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

  /** Sets the gain, above 0, and the way the difference is shown. */
  public void setMapping(double newGain, DifferenceMap newMap) {
    if (gain != newGain || map != newMap) {
      gain = newGain;
      map = newMap;
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
    switch (map) {
      case SIGNED -> {
        for (int i = 0; i < count; i++) {
          float value = 32767.5f + 0.5f * scale * ((rgb[i] & 0xffff) - (other[i] & 0xffff));
          rgb[i] = (short) (int) Math.clamp(value + 0.5f, 0f, 65535f);
        }
      }
      case ABSOLUTE -> {
        for (int i = 0; i < count; i++) {
          float value = scale * Math.abs((rgb[i] & 0xffff) - (other[i] & 0xffff));
          rgb[i] = (short) (int) Math.min(value + 0.5f, 65535f);
        }
      }
      case FALSE_COLOUR -> colour(rgb, other, count, scale / 65535);
    }
  }

  private static void colour(short[] rgb, short[] other, int count, float scale) {
    for (int i = 0; i < count; i += 3) {
      float difference =
          RED * ((rgb[i] & 0xffff) - (other[i] & 0xffff))
              + GREEN * ((rgb[i + 1] & 0xffff) - (other[i + 1] & 0xffff))
              + BLUE * ((rgb[i + 2] & 0xffff) - (other[i + 2] & 0xffff));
      int argb = FalseColour.of(scale * difference);
      rgb[i] = (short) ((argb >> 16 & 255) * 257);
      rgb[i + 1] = (short) ((argb >> 8 & 255) * 257);
      rgb[i + 2] = (short) ((argb & 255) * 257);
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
