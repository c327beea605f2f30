package hyperlumen.ui.service;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Strength;

/**
 * What the user has set for one photo: the part of {@link EnhanceOptions} that belongs to a photo
 * and not to the machine.
 *
 * @param noise factor on the noise that filters are predicted for, above 0, 1 = as measured; takes
 *     effect at the next run
 * @param strength share of the network's result; in colour apart for denoisers only
 * @param rendering exposure, white balance and look; RAW only
 */
public record Adjustments(double noise, Strength strength, RenderingSettings rendering) {

  /** As measured, full strength, as shot. */
  public static final Adjustments DEFAULT =
      new Adjustments(1, Strength.FULL, RenderingSettings.DEFAULT);

  public Adjustments {
    if (!(noise > 0)) {
      throw new IllegalArgumentException("noise " + noise + " is not above 0");
    }
  }

  /** The part of {@code options} that a user sets per photo. */
  public static Adjustments of(EnhanceOptions options) {
    return new Adjustments(options.noiseScale(), options.strength(), options.rendering());
  }

  /** These in {@code options}, whose memory, tile and threads stay. */
  public EnhanceOptions in(EnhanceOptions options) {
    return options.withNoiseScale(noise).withStrength(strength).withRendering(rendering);
  }

  /** These with another noise. */
  public Adjustments withNoise(double other) {
    return new Adjustments(other, strength, rendering);
  }

  /** These with another strength. */
  public Adjustments withStrength(Strength other) {
    return new Adjustments(noise, other, rendering);
  }

  /** These with another rendering. */
  public Adjustments withRendering(RenderingSettings other) {
    return new Adjustments(noise, strength, other);
  }
}
