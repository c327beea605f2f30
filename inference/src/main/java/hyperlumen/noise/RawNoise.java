package hyperlumen.noise;

import hyperlumen.photo.NoiseProfile;

/**
 * Fits variance(x) = shot * x + read to the samples of a RAW photo.
 *
 * <p>Per colour plane: the response to the kernel (1 -2 1; -2 4 -2; 1 -2 1), whose deviation is 6
 * sigma for white noise (Immerkaer 1996), is gathered by brightness in two ways, by the lower
 * quartile of its absolute value and by {@link QuietBlocks}; a line with non-negative coefficients
 * is fitted to each. Not thread-safe.
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
  private static final double MIDDLE_GREY = 0.18;

  /** A brightness with fewer samples says nothing. */
  private static final int LEAST_SAMPLES = 200;

  private final int[][] histogram = new int[LEVELS][BINS];
  private final double[] sum = new double[LEVELS];
  private final long[] count = new long[LEVELS];
  private final QuietBlocks blocks = new QuietBlocks(LEVELS);

  /**
   * Adds one colour plane of one window.
   *
   * @param plane black-subtracted, 1 at saturation, before white balance; row by row
   */
  public void add(float[] plane, int offset, int height, int width) {
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = offset + y * width + x;
        float mean = mean(plane, i, width);
        if (mean > BRIGHTEST) {
          continue;
        }
        float response = Math.abs(response(plane, i, width));
        int level = level(mean);
        // Square-root spacing resolves the small responses of quiet photos.
        int bin = (int) (Math.sqrt(Math.min(response / LARGEST, 1)) * (BINS - 1));
        histogram[level][bin]++;
        sum[level] += mean;
        count[level]++;
      }
    }
    int side = QuietBlocks.SIDE;
    for (int y = 1; y + side < height; y += side) {
      for (int x = 1; x + side < width; x += side) {
        addBlock(plane, offset + y * width + x, width);
      }
    }
  }

  private void addBlock(float[] plane, int first, int width) {
    int side = QuietBlocks.SIDE;
    double squares = 0;
    double brightness = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int i = first + y * width + x;
        float mean = mean(plane, i, width);
        if (mean > BRIGHTEST) {
          return;
        }
        float response = response(plane, i, width);
        squares += response * response;
        brightness += mean;
      }
    }
    int area = side * side;
    double mean = brightness / area;
    blocks.add(level((float) mean), mean, squares / (area * KERNEL_NORM * KERNEL_NORM));
  }

  private static float cross(float[] plane, int i, int width) {
    return plane[i - 1] + plane[i + 1] + plane[i - width] + plane[i + width];
  }

  private static float corners(float[] plane, int i, int width) {
    return plane[i - width - 1]
        + plane[i - width + 1]
        + plane[i + width - 1]
        + plane[i + width + 1];
  }

  private static float mean(float[] plane, int i, int width) {
    return (cross(plane, i, width) + corners(plane, i, width) + plane[i]) / 9;
  }

  private static float response(float[] plane, int i, int width) {
    return corners(plane, i, width) - 2 * cross(plane, i, width) + 4 * plane[i];
  }

  private static int level(float mean) {
    return Math.clamp((int) (Math.sqrt(Math.max(mean, 0)) * LEVELS), 0, LEVELS - 1);
  }

  /**
   * The fitted profile; zero noise where there is nothing to measure.
   *
   * <p>Texture can only add to either measurement: the one with less noise at middle grey counts.
   */
  public NoiseProfile fit() {
    NoiseLine line = new NoiseLine(LEVELS);
    for (int level = 0; level < LEVELS; level++) {
      if (count[level] >= LEAST_SAMPLES) {
        double sigma = sigma(level);
        line.add(sum[level] / count[level], sigma * sigma, (double) count[level]);
      }
    }
    if (line.isEmpty()) {
      return new NoiseProfile(0, 0);
    }
    NoiseProfile quartiles = line.fit();
    return blocks.fit().filter(found -> grey(found) < grey(quartiles)).orElse(quartiles);
  }

  private static double grey(NoiseProfile noise) {
    return noise.shot() * MIDDLE_GREY + noise.read();
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
