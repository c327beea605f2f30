package hyperlumen.noise;

import hyperlumen.photo.NoiseProfile;
import java.util.Optional;

/**
 * Noise from the commonest quiet blocks: the lowest peak in the distribution of ln(mean of squared
 * responses) over blocks of 8 x 8, by brightness, and a line along the lowest of them.
 *
 * <p>Blocks without texture pile up where the noise is, whatever their share; blocks with texture
 * spread over all larger values. Not thread-safe.
 */
final class QuietBlocks {

  /** Side of a block in responses. */
  static final int SIDE = 8;

  private static final double LEAST_LOG = Math.log(1e-13);
  private static final double BIN = 0.02;
  private static final int BINS = (int) (-LEAST_LOG / BIN) + 1;

  /**
   * Bins of a window of twice the deviation of ln(mean square): 64 responses, correlated as those
   * of the kernel are (sum of squared correlations 3.78), are worth 17 independent ones.
   */
  private static final int WINDOW = (int) Math.round(2 * Math.sqrt(2 * 3.78 / (SIDE * SIDE)) / BIN);

  /** The lowest window with this share of the fullest one's blocks begins the peak. */
  private static final double PEAK = 0.6;

  /** A brightness with fewer blocks says nothing. */
  private static final int LEAST_BLOCKS = 60;

  private final int[][] histogram;
  private final double[] sum;
  private final int[] count;

  QuietBlocks(int levels) {
    histogram = new int[levels][BINS];
    sum = new double[levels];
    count = new int[levels];
  }

  /** Adds a block of variance {@code variance} and mean brightness {@code mean}. */
  void add(int level, double mean, double variance) {
    int bin = (int) ((Math.log(Math.max(variance, 1e-13)) - LEAST_LOG) / BIN);
    histogram[level][Math.clamp(bin, 0, BINS - 1)]++;
    sum[level] += mean;
    count[level]++;
  }

  /** The fitted profile, where there are blocks enough. */
  Optional<NoiseProfile> fit() {
    NoiseLine line = new NoiseLine(count.length);
    for (int level = 0; level < count.length; level++) {
      if (count[level] >= LEAST_BLOCKS) {
        line.add(sum[level] / count[level], peak(histogram[level]), count[level]);
      }
    }
    return line.isEmpty() ? Optional.empty() : Optional.of(line.fitLowest());
  }

  /** Variance at the lowest peak. */
  private static double peak(int[] bins) {
    int[] blocks = new int[BINS - WINDOW];
    int inside = 0;
    for (int i = 0; i < WINDOW; i++) {
      inside += bins[i];
    }
    int fullest = 0;
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = inside;
      fullest = Math.max(fullest, inside);
      inside += bins[i + WINDOW] - bins[i];
    }
    int first = 0;
    while (blocks[first] < PEAK * fullest) {
      first++;
    }
    int best = first;
    for (int i = first; i < Math.min(first + WINDOW, blocks.length); i++) {
      if (blocks[i] > blocks[best]) {
        best = i;
      }
    }
    return Math.exp(LEAST_LOG + (best + WINDOW / 2.0) * BIN);
  }
}
