package hyperlumen.training.evaluate;

/**
 * Normal numbers as numpy's {@code RandomState(seed).randn} draws them, so that evaluation sets are
 * the same whoever makes them.
 *
 * <p>Uniform numbers: MT19937 (M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8(1),
 * 1998), 53 bits of two words. Normal numbers: the polar method, the second of each pair first. Not
 * thread-safe.
 */
public final class NumpyRandom {

  private static final int WORDS = 624;
  private static final int MIDDLE = 397;

  private final int[] state = new int[WORDS];
  private int next = WORDS;
  private double kept = Double.NaN;

  /** Numbers of that seed. */
  public NumpyRandom(int seed) {
    state[0] = seed;
    for (int i = 1; i < WORDS; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** A normal number of mean 0 and deviation 1. */
  public double nextGaussian() {
    if (!Double.isNaN(kept)) {
      double value = kept;
      kept = Double.NaN;
      return value;
    }
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square < 1 && square != 0) {
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        kept = factor * x;
        return factor * y;
      }
    }
  }

  private double uniform() {
    int high = word() >>> 5;
    int low = word() >>> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

  private int word() {
    if (next == WORDS) {
      for (int i = 0; i < WORDS; i++) {
        int mixed = (state[i] & 0x8000_0000) | (state[(i + 1) % WORDS] & 0x7fff_ffff);
        int twist = (mixed & 1) == 0 ? 0 : 0x9908_b0df;
        state[i] = state[(i + MIDDLE) % WORDS] ^ (mixed >>> 1) ^ twist;
      }
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c_5680;
    y ^= (y << 15) & 0xefc6_0000;
    return y ^ (y >>> 18);
  }
}
