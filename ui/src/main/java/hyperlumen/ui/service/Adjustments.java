package hyperlumen.ui.service;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Strength;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RawPhoto;
import java.util.Optional;

/**
 * What the user has set for one photo: the part of {@link EnhanceOptions} that belongs to a photo
 * and not to the machine.
 *
 * @param noise factor on the noise that filters are predicted for, above 0, 1 = as measured; takes
 *     effect at the next run
 * @param strength share of the network's result; in colour apart for denoisers only
 * @param rendering exposure, white balance and look; RAW only
 * @param cfa colour filters of a mosaic, where the user knows better than its file; the result
 *     takes them at the next run
 */
public record Adjustments(
    double noise, Strength strength, RenderingSettings rendering, Optional<Cfa> cfa) {

  /** As measured, full strength, as shot. */
  public static final Adjustments DEFAULT =
      new Adjustments(1, Strength.FULL, RenderingSettings.DEFAULT);

  public Adjustments {
    if (!(noise > 0)) {
      throw new IllegalArgumentException("noise " + noise + " is not above 0");
    }
  }

  /** With the colour filters that the file names. */
  public Adjustments(double noise, Strength strength, RenderingSettings rendering) {
    this(noise, strength, rendering, Optional.empty());
  }

  /** The part of {@code options} that a user sets per photo. */
  public static Adjustments of(EnhanceOptions options) {
    return new Adjustments(
        options.noiseScale(), options.strength(), options.rendering(), options.cfa());
  }

  /** These in {@code options}, whose memory, tile and threads stay. */
  public EnhanceOptions in(EnhanceOptions options) {
    return options
        .withNoiseScale(noise)
        .withStrength(strength)
        .withRendering(rendering)
        .withCfa(cfa);
  }

  /** The photo through the colour filters that were chosen, if it is a mosaic and they were. */
  Photo seen(Photo photo) {
    return photo instanceof RawPhoto raw && cfa.isPresent() ? raw.withCfa(cfa.get()) : photo;
  }

  /** These with another noise. */
  public Adjustments withNoise(double other) {
    return new Adjustments(other, strength, rendering, cfa);
  }

  /** These with another strength. */
  public Adjustments withStrength(Strength other) {
    return new Adjustments(noise, other, rendering, cfa);
  }

  /** These with another rendering. */
  public Adjustments withRendering(RenderingSettings other) {
    return new Adjustments(noise, strength, other, cfa);
  }

  /** These with the user's own colour filters, or with the file's. */
  public Adjustments withCfa(Optional<Cfa> other) {
    return new Adjustments(noise, strength, rendering, other);
  }
}
