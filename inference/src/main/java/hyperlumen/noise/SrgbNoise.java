package hyperlumen.noise;

/**
 * Robust noise of a display-referred photo: sigma = median |L * f| / (0.6745 * 6), where L is the
 * kernel (1 -2 1; -2 4 -2; 1 -2 1) with a spacing of two photo pixels.
 *
 * <p>L cancels planes and gradients (Immerkaer 1996); its response to white noise has the deviation
 * 6 sigma. The spacing of two keeps the estimate from being fooled by demosaicing, which makes
 * neighbouring pixels' noise alike. Feed it the windows that the filters are predicted from. Not
 * thread-safe.
 */
public final class SrgbNoise {

  /** Numbers that describe the noise to a network. */
  public static final int FEATURES = 2;

  private static final int BINS = 1 << 14;

  /** Largest response that is told apart; noise of sigma 0.5 has its median at 2. */
  private static final float LARGEST = 4f;

  private static final double MEDIAN_OF_NORMAL = 0.6744897501960817;
  private static final double KERNEL_NORM = 6;

  private final int[] histogram = new int[BINS];
  private long count;

  /**
   * Adds the responses of one plane.
   *
   * @param samples holds the plane from {@code offset}, row by row, values in [0, 1]
   * @param spacing distance of the kernel's taps in samples: 2 at the photo's size, 1 on packed
   *     planes
   */
  public void add(float[] samples, int offset, int height, int width, int spacing) {
    int down = spacing * width;
    for (int y = spacing; y < height - spacing; y++) {
      int row = offset + y * width;
      for (int x = spacing; x < width - spacing; x++) {
        int i = row + x;
        float response =
            samples[i - down - spacing]
                + samples[i - down + spacing]
                + samples[i + down - spacing]
                + samples[i + down + spacing]
                - 2 * (samples[i - down] + samples[i + down])
                - 2 * (samples[i - spacing] + samples[i + spacing])
                + 4 * samples[i];
        int bin = (int) (Math.abs(response) * (BINS / LARGEST));
        histogram[Math.min(bin, BINS - 1)]++;
      }
    }
    count += (long) Math.max(0, height - 2 * spacing) * Math.max(0, width - 2 * spacing);
  }

  /** The standard deviation of the noise added so far, in the samples' unit; 0 without samples. */
  public double sigma() {
    double half = count / 2.0;
    long below = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (histogram[bin] > 0 && below + histogram[bin] >= half) {
        double median = (bin + (half - below) / histogram[bin]) * LARGEST / BINS;
        return median / (MEDIAN_OF_NORMAL * KERNEL_NORM);
      }
      below += histogram[bin];
    }
    return 0;
  }

  /** What a network is told: (log2(sigma + 1/1024) / 4, 10 sigma). */
  public static float[] features(double sigma) {
    return new float[] {
      (float) (Math.log(sigma + 1.0 / 1024) / Math.log(2) / 4), (float) (10 * sigma)
    };
  }
}
