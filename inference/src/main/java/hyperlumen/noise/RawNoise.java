package hyperlumen.noise;

import hyperlumen.photo.NoiseProfile;

/**
 * Fits variance(x) = shot * x + read to the samples of a RAW photo.
 *
 * <p>Per colour plane: the response to the kernel (1 -2 1; -2 4 -2; 1 -2 1), whose deviation is 6
 * sigma for white noise, is gathered by brightness; the lower quartile of its absolute value gives
 * sigma at that brightness even where half of the picture is texture (Immerkaer 1996); a line with
 * non-negative coefficients is fitted, each brightness weighted by its number of samples. Not
 * thread-safe.
 */
public final class RawNoise {

  private static final int LEVELS = 32;
  private static final int BINS = 1 << 12;

  /** Brightness above which clipping hides the noise. */
  private static final float BRIGHTEST = 0.9f;

  /** Responses that reach the last bin; sigma 0.1 has its quartile at 0.19. */
  private static final float LARGEST = 1f;

  private static final double QUARTILE_OF_NORMAL = 0.3186393639643752;
  private static final double KERNEL_NORM = 6;

  /** A brightness with fewer samples says nothing. */
  private static final int LEAST_SAMPLES = 200;

  private final int[][] histogram = new int[LEVELS][BINS];
  private final double[] sum = new double[LEVELS];
  private final long[] count = new long[LEVELS];

  /**
   * Adds one colour plane of one window.
   *
   * @param plane black-subtracted, 1 at saturation, before white balance; row by row
   */
  public void add(float[] plane, int offset, int height, int width) {
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = offset + y * width + x;
        float cross = plane[i - 1] + plane[i + 1] + plane[i - width] + plane[i + width];
        float corners =
            plane[i - width - 1]
                + plane[i - width + 1]
                + plane[i + width - 1]
                + plane[i + width + 1];
        float mean = (cross + corners + plane[i]) / 9;
        if (mean > BRIGHTEST) {
          continue;
        }
        float response = Math.abs(corners - 2 * cross + 4 * plane[i]);
        int level = level(mean);
        // Square-root spacing resolves the small responses of quiet photos.
        int bin = (int) (Math.sqrt(Math.min(response / LARGEST, 1)) * (BINS - 1));
        histogram[level][bin]++;
        sum[level] += mean;
        count[level]++;
      }
    }
  }

  private static int level(float mean) {
    return Math.clamp((int) (Math.sqrt(Math.max(mean, 0)) * LEVELS), 0, LEVELS - 1);
  }

  /** The fitted profile; zero noise where there is nothing to measure. */
  public NoiseProfile fit() {
    double w = 0;
    double wx = 0;
    double wv = 0;
    double wxx = 0;
    double wxv = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int level = 0; level < LEVELS; level++) {
      if (count[level] < LEAST_SAMPLES) {
        continue;
      }
      double x = Math.max(sum[level] / count[level], 0);
      double sigma = sigma(level);
      double variance = sigma * sigma;
      // The deviation of an estimated variance is proportional to it.
      double weight = count[level] / Math.pow(variance + 1e-8, 2);
      w += weight;
      wx += weight * x;
      wv += weight * variance;
      wxx += weight * x * x;
      wxv += weight * x * variance;
      least = Math.min(least, variance);
    }
    if (w == 0) {
      return new NoiseProfile(0, 0);
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

  private double sigma(int level) {
    double quarter = count[level] / 4.0;
    long below = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int here = histogram[level][bin];
      if (here > 0 && below + here >= quarter) {
        double root = (bin + (quarter - below) / here) / (BINS - 1);
        return root * root * LARGEST / (QUARTILE_OF_NORMAL * KERNEL_NORM);
      }
      below += here;
    }
    return 0;
  }
}
