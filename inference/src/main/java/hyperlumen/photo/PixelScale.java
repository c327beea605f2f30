package hyperlumen.photo;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a file wants its pixels to be stretched before they are shown (DNG 1.7, DefaultScale);
 * only the ratio of the two says something of their shape.
 *
 * @param horizontal greater than 0
 * @param vertical greater than 0
 */
public record PixelScale(double horizontal, double vertical) {

  /** Pixels as wide as high, shown as they are. */
  public static final PixelScale SQUARE = new PixelScale(1, 1);

  /** Below a pixel over a picture of a thousand: files round the ratio. */
  private static final double ROUNDING = 1e-3;

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

  /** What a user should know of the result, as one clause; empty for square pixels. */
  public Optional<String> warning() {
    if (isSquare()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "its pixels are not square (%.4g times as wide as high); a finished picture of it looks"
                + " %s, a linear DNG keeps their shape",
            horizontal / vertical,
            horizontal > vertical ? "too narrow" : "too wide"));
  }
}
