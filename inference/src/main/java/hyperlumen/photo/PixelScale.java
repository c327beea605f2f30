package hyperlumen.photo;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a file wants its pixels to be stretched before they are shown (DNG 1.7, DefaultScale).
 * Finished pictures of pixels that are not square are stretched by both; equal factors say nothing
 * of the pixels' shape and would only enlarge the picture, so they are not applied.
 *
 * @param horizontal greater than 0
 * @param vertical greater than 0
 */
public record PixelScale(double horizontal, double vertical) {

  /** Pixels as wide as high, shown as they are. */
  public static final PixelScale SQUARE = new PixelScale(1, 1);

  /** Below a pixel over a picture of a thousand: files round the ratio. */
  private static final double ROUNDING = 1e-3;

  /**
   * Of either factor, of its inverse and of their product. Cameras have pixels twice as high as
   * wide; what is far beyond is a mistake, and would let a small file ask for a huge picture.
   */
  private static final double MOST = 4;

  public PixelScale {
    if (!(horizontal > 0 && vertical > 0)
        || Double.isInfinite(horizontal)
        || Double.isInfinite(vertical)) {
      throw new IllegalArgumentException("a scale of " + horizontal + " by " + vertical);
    }
  }

  /** Whether pixels are as wide as they are high. */
  public boolean isSquare() {
    return Math.abs(horizontal / vertical - 1) < ROUNDING;
  }

  /** Whether finished pictures are stretched: the pixels have a shape, and one that can be. */
  public boolean isApplied() {
    return !isSquare()
        && Math.max(horizontal, vertical) <= MOST
        && Math.min(horizontal, vertical) >= 1 / MOST
        && horizontal * vertical <= MOST;
  }

  /** The size of the finished picture of so many samples, before it is turned. */
  public Size finished(Size samples) {
    return isApplied()
        ? new Size(rounded(samples.width() * horizontal), rounded(samples.height() * vertical))
        : samples;
  }

  private static int rounded(double length) {
    return (int) Math.max(1, Math.round(length));
  }

  /** The pixels' shape as one clause; empty where they are square. */
  public Optional<String> shape() {
    return isSquare()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "its pixels are not square (%.4g times as wide as high)",
                horizontal / vertical));
  }

  /** What a user should know of the result, as one clause; empty where it has its right shape. */
  public Optional<String> warning() {
    return isApplied()
        ? Optional.empty()
        : shape()
            .map(
                shape ->
                    shape
                        + ", which is more than a picture is stretched for; a finished picture of"
                        + " it looks "
                        + (horizontal > vertical ? "too narrow" : "too wide"));
  }
}
