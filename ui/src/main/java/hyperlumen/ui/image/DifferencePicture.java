package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import java.util.Arrays;
import java.util.Optional;

/**
 * The difference of two pictures of the same size, made visible as {@link DifferenceMap} says: 1/2
 * + gain (a - b) / 2 per channel, gain |a - b|, or the colour of gain (Y(a) - Y(b)) with Y the Rec.
 * 709 weighted sum of the stored values; a and b in [0, 1] at full stored precision.
 *
 * <p>The second picture may be moved by whole pixels, where the two are not in register; where it
 * has no counterpart then, the difference is missing (transparent).
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
  private final int shiftX;
  private final int shiftY;
  private final Listener follow = this::invalidate;
  private final Listener followMoved = this::invalidateMoved;
  private volatile double gain = 1;
  private volatile DifferenceMap map = DifferenceMap.ABSOLUTE;

  /** first minus second. */
  public DifferencePicture(PictureSource first, PictureSource second) {
    this(first, second, 0, 0);
  }

  /** first at (x, y) minus second at (x + shiftX, y + shiftY). */
  public DifferencePicture(PictureSource first, PictureSource second, int shiftX, int shiftY) {
    super(first.size(), 16);
    if (!first.size().equals(second.size())) {
      throw new IllegalArgumentException(
          "pictures of " + first.size() + " and " + second.size() + " have no difference");
    }
    this.first = first;
    this.second = second;
    this.shiftX = shiftX;
    this.shiftY = shiftY;
    first.addListener(follow);
    second.addListener(followMoved);
  }

  /** The pixels of {@code region} that have a counterpart; empty if none has. */
  private Optional<Region> common(Region region) {
    int x = Math.max(region.x(), -shiftX);
    int y = Math.max(region.y(), -shiftY);
    int endX = Math.min(region.endX(), size().width() - Math.max(0, shiftX));
    int endY = Math.min(region.endY(), size().height() - Math.max(0, shiftY));
    return endX > x && endY > y
        ? Optional.of(new Region(x, y, endX - x, endY - y))
        : Optional.empty();
  }

  private void invalidateMoved(Region changed) {
    Region here = changed.moved(-shiftX, -shiftY);
    int x = Math.max(here.x(), 0);
    int y = Math.max(here.y(), 0);
    int endX = Math.min(here.endX(), size().width());
    int endY = Math.min(here.endY(), size().height());
    if (endX > x && endY > y) {
      invalidate(new Region(x, y, endX - x, endY - y));
    }
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
    Arrays.fill(argb, 0, pixels, 0);
    Optional<Region> common = common(region);
    if (common.isEmpty()) {
      return;
    }
    Region there = common.get();
    samples(there, difference);
    int width = there.width();
    for (int row = 0; row < there.height(); row++) {
      int to = (there.y() + row - region.y()) * region.width() + there.x() - region.x();
      narrow(difference, row * width, argb, to, width);
    }
  }

  private static void narrow(short[] difference, int from, int[] argb, int to, int count) {
    for (int i = 0; i < count; i++) {
      int at = 3 * (from + i);
      argb[to + i] =
          OPAQUE
              | SampleCodes.narrow(difference[at] & 0xffff) << 16
              | SampleCodes.narrow(difference[at + 1] & 0xffff) << 8
              | SampleCodes.narrow(difference[at + 2] & 0xffff);
    }
  }

  @Override
  public void samples(Region region, short[] rgb) throws PhotoException {
    int count = 3 * (int) region.pixels();
    short[] other = new short[count];
    first.samples(region, rgb);
    moved(region, rgb, other);
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

  /** The second picture under {@code region}; the first where it has none: no difference. */
  private void moved(Region region, short[] own, short[] other) throws PhotoException {
    Optional<Region> common = common(region);
    if (common.isPresent() && common.get().equals(region)) {
      second.samples(region.moved(shiftX, shiftY), other);
      return;
    }
    System.arraycopy(own, 0, other, 0, other.length);
    if (common.isPresent()) {
      Region there = common.get();
      short[] part = new short[3 * (int) there.pixels()];
      second.samples(there.moved(shiftX, shiftY), part);
      for (int row = 0; row < there.height(); row++) {
        int to = (there.y() + row - region.y()) * region.width() + there.x() - region.x();
        System.arraycopy(part, 3 * row * there.width(), other, 3 * to, 3 * there.width());
      }
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
    if (common(pixel).isEmpty()) {
      return false;
    }
    first.samples(pixel, a);
    second.samples(pixel.moved(shiftX, shiftY), b);
    for (int c = 0; c < 3; c++) {
      rgb[c] = (a[c] & 0xffff) - (b[c] & 0xffff);
    }
    return true;
  }

  @Override
  public void close() {
    first.removeListener(follow);
    second.removeListener(followMoved);
  }
}
