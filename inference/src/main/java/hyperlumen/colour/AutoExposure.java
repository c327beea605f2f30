package hyperlumen.colour;

import java.util.Arrays;

/**
 * The exposure a photo asks for: its log-average luminance moves towards middle grey (Reinhard et
 * al., "Photographic tone reproduction", SIGGRAPH 2002, equation 1), unless that would push its
 * highlights far beyond white.
 */
final class AutoExposure {

  /** How far the way to middle grey is gone: a night scene is to stay darker than a beach. */
  private static final double SHARE = 0.8;

  /** Luminance the brightest hundredth may reach; the tone curve's shoulder takes this much. */
  private static final double HIGHLIGHT = 2.0;

  /** Keeps one black frame from a dark room from becoming a picture of noise. */
  private static final double MAX_STOPS = 4;

  private static final double MIN_STOPS = -2;

  /** Black counts as this, or its logarithm would outweigh the rest of the picture. */
  private static final double FLOOR = 1e-4;

  private AutoExposure() {}

  /**
   * Stops to add.
   *
   * @param toLuminance weights of as-shot white-balanced camera RGB in the luminance Y
   */
  static double stops(SceneSamples samples, double[] toLuminance) {
    int count = samples.count();
    double[] luminance = new double[count];
    double sumOfLogarithms = 0;
    for (int k = 0; k < count; k++) {
      double y = 0;
      for (int c = 0; c < 3; c++) {
        y += toLuminance[c] * samples.rgb()[3 * k + c];
      }
      luminance[k] = Math.max(y, FLOOR);
      sumOfLogarithms += Math.log(luminance[k]);
    }
    Arrays.sort(luminance);
    double average = Math.exp(sumOfLogarithms / count);
    double bright = luminance[(int) (0.99 * (count - 1))];
    double wanted = SHARE * log2(ToneCurve.MIDDLE_GREY / average);
    double allowed = Math.max(log2(HIGHLIGHT / bright), 0);
    return Math.clamp(Math.min(wanted, allowed), MIN_STOPS, MAX_STOPS);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
