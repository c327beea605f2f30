package hyperlumen.ui.service;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Look;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.enhance.Strength;

/**
 * What the user has set for one photo.
 *
 * @param noise factor on the noise that filters are predicted for, above 0, 1 = as measured; takes
 *     effect at the next run
 * @param luminance share of the network's result in the lightness, 0 to 1
 * @param colour share of the network's result in the colour, 0 to 1; only denoisers
 * @param exposure stops, -10 to 10; RAW only, like those that follow
 * @param whiteBalance what shall be white
 * @param look treatment of tones
 */
public record Adjustments(
    double noise,
    double luminance,
    double colour,
    double exposure,
    WhiteBalanceSetting whiteBalance,
    Look look) {

  /** As measured, full strength, as shot. */
  public static final Adjustments DEFAULT =
      new Adjustments(1, 1, 1, 0, WhiteBalanceSetting.AS_SHOT, Look.STANDARD);

  public Adjustments {
    if (!(noise > 0) || !(Math.abs(exposure) <= RenderingSettings.MAX_EXPOSURE)) {
      throw new IllegalArgumentException("noise " + noise + ", exposure " + exposure);
    }
    if (!(luminance >= 0 && luminance <= 1 && colour >= 0 && colour <= 1)) {
      throw new IllegalArgumentException("strength " + luminance + ", " + colour);
    }
  }

  /** Share of the network's result. */
  public Strength strength() {
    return new Strength(luminance, colour);
  }

  /** How a RAW photo is rendered, in sRGB. */
  public RenderingSettings rendering() {
    return new RenderingSettings(whiteBalance, exposure, look, ColourSpace.SRGB);
  }

  /** These with another noise. */
  public Adjustments withNoise(double other) {
    return new Adjustments(other, luminance, colour, exposure, whiteBalance, look);
  }

  /** These with another strength of the lightness. */
  public Adjustments withLuminance(double other) {
    return new Adjustments(noise, other, colour, exposure, whiteBalance, look);
  }

  /** These with another strength of the colour. */
  public Adjustments withColour(double other) {
    return new Adjustments(noise, luminance, other, exposure, whiteBalance, look);
  }

  /** These with another exposure. */
  public Adjustments withExposure(double other) {
    return new Adjustments(noise, luminance, colour, other, whiteBalance, look);
  }

  /** These with another white balance. */
  public Adjustments withWhiteBalance(WhiteBalanceSetting other) {
    return new Adjustments(noise, luminance, colour, exposure, other, look);
  }

  /** These with another look. */
  public Adjustments withLook(Look other) {
    return new Adjustments(noise, luminance, colour, exposure, whiteBalance, other);
  }

  /** Whether the picture differs between these and {@code other} without a network. */
  public boolean rendersLike(Adjustments other) {
    return rendering().equals(other.rendering());
  }
}
