package hyperlumen.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Robust noise of a display-referred photo: in each block sigma = median |L * f| / (0.6745 * 6),
 * where L is the kernel (1 -2 1; -2 4 -2; 1 -2 1) with a spacing of two photo pixels; then the
 * lower quartile of all blocks.
 *
 * <p>L cancels planes and gradients (Immerkaer 1996); its response to white noise has the deviation
 * 6 sigma. The quartile passes over blocks of texture, and blocks with clipped samples, whose noise
 * is cut off, are left out where others remain. The spacing of two keeps the estimate from being
 * fooled by demosaicing, which makes neighbouring pixels' noise alike. Feed it the windows that the
 * filters are predicted from. Not thread-safe.
 */
public final class SrgbNoise {

  /** Side of a block in kernel steps: a thousand responses tell sigma to some 4 %. */
  private static final int BLOCK = 32;

  private static final double QUANTILE = 0.25;

  /** More samples than this share at 0 or 1 make a block a clipped one. */
  private static final double CLIPPED = 0.02;

  private static final int BINS = 1 << 12;

  /** Largest response that is told apart; noise of sigma 0.5 has its median at 2. */
  private static final float LARGEST = 4f;

  private static final double MEDIAN_OF_NORMAL = 0.6744897501960817;
  private static final double KERNEL_NORM = 6;

  private final int[] histogram = new int[BINS];
  private final List<Double> whole = new ArrayList<>();
  private final List<Double> clipped = new ArrayList<>();

  /**
   * Adds the responses of one plane.
   *
   * @param samples holds the plane from {@code offset}, row by row, values in [0, 1]
   * @param spacing distance of the kernel's taps in samples: 2 at the photo's size, 1 on packed
   *     planes
   */
  public void add(float[] samples, int offset, int height, int width, int spacing) {
    int side = BLOCK * spacing;
    for (int y = spacing; y < height - spacing; y += side) {
      for (int x = spacing; x < width - spacing; x += side) {
        int endY = Math.min(y + side, height - spacing);
        int endX = Math.min(x + side, width - spacing);
        // Narrow remainders would be judged from too few responses.
        boolean large = 2 * (endY - y) >= side && 2 * (endX - x) >= side;
        if (large || Math.min(height, width) < side) {
          block(samples, offset, width, spacing, x, y, endX, endY);
        }
      }
    }
  }

  private void block(
      float[] samples, int offset, int width, int spacing, int x0, int y0, int x1, int y1) {
    Arrays.fill(histogram, 0);
    int down = spacing * width;
    int cut = 0;
    for (int y = y0; y < y1; y++) {
      int row = offset + y * width;
      for (int x = x0; x < x1; x++) {
        int i = row + x;
        float response =
            samples[i - down - spacing]
                + samples[i - down + spacing]
                + samples[i + down - spacing]
                + samples[i + down + spacing]
                - 2 * (samples[i - down] + samples[i + down])
                - 2 * (samples[i - spacing] + samples[i + spacing])
                + 4 * samples[i];
        // Square-root spacing resolves the small responses of quiet photos.
        double share = Math.min(Math.abs(response) / LARGEST, 1);
        histogram[(int) (Math.sqrt(share) * (BINS - 1))]++;
        cut += samples[i] <= 0 || samples[i] >= 1 ? 1 : 0;
      }
    }
    int count = (y1 - y0) * (x1 - x0);
    (cut > CLIPPED * count ? clipped : whole).add(median(count) / (MEDIAN_OF_NORMAL * KERNEL_NORM));
  }

  private double median(int count) {
    double half = count / 2.0;
    long below = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (histogram[bin] > 0 && below + histogram[bin] >= half) {
        double root = (bin + (half - below) / histogram[bin]) / (BINS - 1);
        return root * root * LARGEST;
      }
      below += histogram[bin];
    }
    return 0;
  }

  /** The standard deviation of the noise added so far, in the samples' unit; 0 without samples. */
  public double sigma() {
    List<Double> blocks = whole.size() * 10 >= clipped.size() ? whole : clipped;
    if (blocks.isEmpty()) {
      return 0;
    }
    List<Double> sorted = blocks.stream().sorted().toList();
    return sorted.get((int) (QUANTILE * (sorted.size() - 1)));
  }
}
