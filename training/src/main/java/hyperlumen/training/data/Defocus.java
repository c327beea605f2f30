package hyperlumen.training.data;

import java.util.random.RandomGenerator;

/**
 * Softens patches as lenses do that are out of focus: photos at their own size are softer than the
 * reduced ones that a network is trained on, and its filters are to follow that.
 */
final class Defocus {

  /** Share of the groups that are softened. */
  private static final double SOFT = 0.35;

  private static final double LEAST_SIGMA = 0.4;
  private static final double MOST_SIGMA = 2.5;

  private Defocus() {}

  /** Sometimes convolves all planes with one Gaussian; its sigma is log-uniform, 0.4 to 2.5. */
  static void sometimes(RandomGenerator random, float[] planes, int side) {
    if (random.nextDouble() < SOFT) {
      double sigma = Math.exp(random.nextDouble(Math.log(LEAST_SIGMA), Math.log(MOST_SIGMA)));
      blur(planes, side, sigma);
    }
  }

  /** Convolves square planes with a Gaussian cut at three sigma; borders are repeated. */
  static void blur(float[] planes, int side, double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += Math.exp(-i * i / (2 * sigma * sigma));
    }
    for (int i = -radius; i <= radius; i++) {
      kernel[i + radius] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
    }
    float[] line = new float[side + 2 * radius];
    for (int plane = 0; plane < planes.length; plane += side * side) {
      for (int k = 0; k < side; k++) {
        convolve(planes, plane + k * side, 1, side, kernel, line);
      }
      for (int k = 0; k < side; k++) {
        convolve(planes, plane + k, side, side, kernel, line);
      }
    }
  }

  private static void convolve(
      float[] values, int at, int stride, int count, float[] kernel, float[] line) {
    int radius = kernel.length / 2;
    for (int i = 0; i < line.length; i++) {
      line[i] = values[at + Math.clamp(i - radius, 0, count - 1) * stride];
    }
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int k = 0; k < kernel.length; k++) {
        sum += kernel[k] * line[i + k];
      }
      values[at + i * stride] = sum;
    }
  }
}
