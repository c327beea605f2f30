package hyperlumen.colour;

/**
 * The white of a photo by "shades of grey": neutral_c = (mean of sample_c^6)^(1/6), G. Finlayson
 * and E. Trezzi, "Shades of gray and colour constancy", CIC 2004; then kept among lights that
 * exist.
 */
final class AutoWhiteBalance {

  private static final double NORM = 6;

  /** Near saturation the ratios of the channels are no longer those of the scene. */
  private static final double SATURATED = 0.9;

  /** From household bulbs to open shade. */
  private static final double MIN_KELVIN = 2500;

  private static final double MAX_KELVIN = 10_000;

  /** Lamps stray this far from the black body; beyond it is the scene that is coloured. */
  private static final double MAX_TINT = 40;

  private AutoWhiteBalance() {}

  /** The light of the scene, or the as-shot one if the samples do not tell. */
  static Chromaticity white(CameraProfile profile, SceneSamples samples) {
    double[] asShot = profile.asShotNeutral();
    double[] sums = new double[3];
    float[] rgb = samples.rgb();
    for (int k = 0; k < rgb.length; k += 3) {
      if (isUsable(rgb, k, asShot)) {
        for (int c = 0; c < 3; c++) {
          sums[c] += Math.pow(rgb[k + c], NORM);
        }
      }
    }
    double[] neutral = new double[3];
    for (int c = 0; c < 3; c++) {
      if (!(sums[c] > 0)) {
        return profile.white(asShot);
      }
      neutral[c] = Math.pow(sums[c], 1 / NORM) * asShot[c];
    }
    Temperature seen = Temperature.of(profile.white(neutral));
    return new Temperature(
            Math.clamp(seen.kelvin(), MIN_KELVIN, MAX_KELVIN),
            Math.clamp(seen.tint(), -MAX_TINT, MAX_TINT))
        .chromaticity();
  }

  private static boolean isUsable(float[] rgb, int sample, double[] asShot) {
    for (int c = 0; c < 3; c++) {
      float value = rgb[sample + c];
      if (!(value > 0 && value * asShot[c] < SATURATED)) {
        return false;
      }
    }
    return true;
  }
}
