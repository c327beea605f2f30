package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;

/**
 * A picture in the making over the one it is made from: where the upper one is still missing, the
 * lower one shows, a little darker, so that the eye follows the work.
 *
 * <p>Values are those of the upper picture only. It follows both until {@link #close}.
 */
public final class OverlayPicture extends ObservablePicture implements AutoCloseable {

  private static final int OPAQUE = 0xff000000;

  private final PictureSource upper;
  private final PictureSource lower;
  private final Listener follow = this::invalidate;

  /** {@code upper} over {@code lower}; both of one size. */
  public OverlayPicture(PictureSource upper, PictureSource lower) {
    super(upper.size(), upper.bits());
    if (!upper.size().equals(lower.size())) {
      throw new IllegalArgumentException(
          "a picture of " + upper.size() + " does not fit over one of " + lower.size());
    }
    this.upper = upper;
    this.lower = lower;
    upper.addListener(follow);
    lower.addListener(follow);
  }

  @Override
  public void fill(Region region, int[] argb) throws PhotoException {
    upper.fill(region, argb);
    int pixels = (int) region.pixels();
    int missing = 0;
    for (int i = 0; i < pixels; i++) {
      missing |= ~argb[i] >>> 31;
    }
    if (missing == 0) {
      return;
    }
    int[] below = new int[pixels];
    lower.fill(region, below);
    for (int i = 0; i < pixels; i++) {
      if (argb[i] >>> 24 == 0) {
        int p = below[i];
        // Five eighths of the brightness, all channels at once.
        argb[i] = OPAQUE | ((p >>> 1) & 0x7f7f7f) + ((p >>> 3) & 0x1f1f1f);
      }
    }
  }

  @Override
  public void samples(Region region, short[] rgb) throws PhotoException {
    upper.samples(region, rgb);
  }

  @Override
  public boolean valueAt(int x, int y, int[] rgb) throws PhotoException {
    return upper.valueAt(x, y, rgb);
  }

  @Override
  public void look(Region part) {
    upper.look(part);
  }

  @Override
  public void close() {
    upper.removeListener(follow);
    lower.removeListener(follow);
  }
}
