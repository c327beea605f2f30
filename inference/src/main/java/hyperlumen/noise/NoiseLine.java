package hyperlumen.noise;

import hyperlumen.photo.NoiseProfile;

/**
 * Least squares for variance(x) = shot * x + read with coefficients that are not negative.
 *
 * <p>Points are weighted by their number of samples over the square of their variance, since the
 * deviation of an estimated variance is proportional to it. Not thread-safe.
 */
final class NoiseLine {

  /** Keeps the weight of a point without noise finite. */
  private static final double LEAST_VARIANCE = 1e-9;

  /** A point this much above the line is taken for texture. */
  private static final double ABOVE = 1.05;

  /** What is left of the weight of a point above the line. */
  private static final double TEXTURE_WEIGHT = 0.05;

  private static final int ROUNDS = 20;

  private final double[] brightness;
  private final double[] variance;
  private final double[] samples;
  private int points;

  NoiseLine(int most) {
    brightness = new double[most];
    variance = new double[most];
    samples = new double[most];
  }

  /** Adds the variance measured at one brightness. */
  void add(double x, double measured, double count) {
    brightness[points] = Math.max(x, 0);
    variance[points] = measured;
    samples[points++] = count;
  }

  boolean isEmpty() {
    return points == 0;
  }

  /** The line through all points. */
  NoiseProfile fit() {
    double[] weights = new double[points];
    for (int i = 0; i < points; i++) {
      weights[i] = weight(i, variance[i], 1);
    }
    return fit(weights);
  }

  /** The line along the lowest points: noise is below texture, never above. */
  NoiseProfile fitLowest() {
    NoiseProfile line = fit();
    double[] weights = new double[points];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < points; i++) {
        double expected = line.shot() * brightness[i] + line.read();
        weights[i] = weight(i, expected, variance[i] > ABOVE * expected ? TEXTURE_WEIGHT : 1);
      }
      line = fit(weights);
    }
    return line;
  }

  private double weight(int point, double expected, double trust) {
    return trust * samples[point] / Math.pow(expected + LEAST_VARIANCE, 2);
  }

  private NoiseProfile fit(double[] weights) {
    double w = 0;
    double wx = 0;
    double wv = 0;
    double wxx = 0;
    double wxv = 0;
    for (int i = 0; i < points; i++) {
      double x = brightness[i];
      w += weights[i];
      wx += weights[i] * x;
      wv += weights[i] * variance[i];
      wxx += weights[i] * x * x;
      wxv += weights[i] * x * variance[i];
    }
    double determinant = w * wxx - wx * wx;
    double shot = determinant > 1e-12 * w * wxx ? (w * wxv - wx * wv) / determinant : 0;
    double read = (wv - shot * wx) / w;
    if (shot < 0) {
      return new NoiseProfile(0, wv / w);
    }
    if (read < 0) {
      return new NoiseProfile(wxx > 0 ? wxv / wxx : 0, 0);
    }
    return new NoiseProfile(shot, read);
  }
}
