package hyperlumen.develop;

import java.util.Arrays;

/**
 * The weights with which the pixels of a row of {@code from} pixels make one of {@code to} pixels:
 * a windowed sinc of three lobes (Lanczos; Duchon, J. Appl. Meteorol. 18, 1979), widened where the
 * row gets shorter, so that nothing finer than the new pixels is left to alias. Pixel i covers [i,
 * i + 1); beyond the ends the border pixels go on. Each pixel's weights add up to 1. Immutable.
 */
final class LanczosAxis {

  /** Lobes on each side: sharp, and with little ringing. */
  private static final int LOBES = 3;

  private final int taps;
  private final int[] first;
  private final float[] weights;

  LanczosAxis(int from, int to) {
    double reach = reach(from, to);
    taps = Math.min(from, 2 * (int) Math.ceil(reach) + 1);
    first = new int[to];
    weights = new float[Math.multiplyExact(to, taps)];
    double[] sums = new double[taps];
    for (int i = 0; i < to; i++) {
      fill(i, from, to, reach, sums);
    }
  }

  /** Pixels of the source on either side that a pixel is made of. */
  private static double reach(int from, int to) {
    return from == to ? 0 : LOBES * Math.max(1.0, (double) from / to);
  }

  /** The most source pixels that {@code band} neighbouring pixels are made of. */
  static int spread(int from, int to, int band) {
    return (int) Math.ceil((double) band * from / to) + 2 * (int) Math.ceil(reach(from, to)) + 2;
  }

  private void fill(int i, int from, int to, double reach, double[] sums) {
    double widened = Math.max(1.0, (double) from / to);
    double centre = (i + 0.5) * from / to - 0.5;
    int lowest = (int) Math.ceil(centre - reach);
    int highest = (int) Math.floor(centre + reach);
    first[i] = Math.clamp(lowest, 0, from - taps);
    Arrays.fill(sums, 0);
    double total = 0;
    for (int k = lowest; k <= highest; k++) {
      double weight = lanczos((k - centre) / widened);
      sums[Math.clamp(k, 0, from - 1) - first[i]] += weight;
      total += weight;
    }
    for (int k = 0; k < taps; k++) {
      weights[i * taps + k] = (float) (sums[k] / total);
    }
  }

  private static double lanczos(double x) {
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double a = Math.PI * x;
    return x == 0 ? 1 : LOBES * Math.sin(a) * Math.sin(a / LOBES) / (a * a);
  }

  /** Pixels of the source that each pixel is made of; the weights of some may be 0. */
  int taps() {
    return taps;
  }

  /** The first of them. */
  int first(int i) {
    return first[i];
  }

  /** The weight of pixel {@code first(i) + k} in pixel i. */
  float weight(int i, int k) {
    return weights[i * taps + k];
  }

  /**
   * Pixels from {@code x} on, as many as {@code out} receives.
   *
   * @param source the source's pixels from {@code start} on
   * @param outAt where the first one goes
   */
  void apply(float[] source, int start, int x, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i++) {
      int at = first[x + i] - start;
      int w = (x + i) * taps;
      float sum = 0;
      for (int k = 0; k < taps; k++) {
        sum += weights[w + k] * source[at + k];
      }
      out[outAt + i] = sum;
    }
  }
}
