package hyperlumen.write;

import java.util.Arrays;

/**
 * A Huffman code of at most 16 bits for the 17 difference categories of lossless JPEG, in the order
 * that T.81 (annex C) gives codes out. The code of all ones stays free, as JPEG asks.
 */
final class HuffmanLengths {

  /** Differences of 0 to 16 bits. */
  static final int CATEGORIES = 17;

  private static final int LONGEST = 16;

  private final int[] lengths;
  private final int[] codes = new int[CATEGORIES];
  private final int[] counts = new int[LONGEST];
  private final byte[] symbols;

  /** The code for symbols with these frequencies, of which at least one is not 0. */
  HuffmanLengths(long[] frequencies) {
    long[] weights = frequencies.clone();
    int[] found = lengths(weights);
    while (Arrays.stream(found).max().orElse(0) > LONGEST) {
      // Flatter weights give shorter codes; what this costs in bytes does not show.
      for (int s = 0; s < CATEGORIES; s++) {
        weights[s] = weights[s] == 0 ? 0 : weights[s] / 2 + 1;
      }
      found = lengths(weights);
    }
    lengths = found;
    byte[] ordered = new byte[CATEGORIES];
    int used = 0;
    int code = 0;
    for (int bits = 1; bits <= LONGEST; bits++) {
      for (int s = 0; s < CATEGORIES; s++) {
        if (lengths[s] == bits) {
          ordered[used++] = (byte) s;
          codes[s] = code++;
          counts[bits - 1]++;
        }
      }
      code <<= 1;
    }
    symbols = Arrays.copyOf(ordered, used);
  }

  /**
   * Huffman's lengths. A symbol more, the rarest, is given out last and longest: it takes the code
   * of all ones.
   */
  private static int[] lengths(long[] weights) {
    int most = 2 * (CATEGORIES + 1);
    long[] weight = Arrays.copyOf(weights, most);
    int[] parent = new int[most];
    boolean[] open = new boolean[most];
    int live = 1;
    open[CATEGORIES] = true;
    for (int s = 0; s < CATEGORIES; s++) {
      open[s] = weights[s] > 0;
      live += open[s] ? 1 : 0;
    }
    int next = CATEGORIES + 1;
    for (; live > 1; live--) {
      int a = lightest(weight, open);
      open[a] = false;
      int b = lightest(weight, open);
      open[b] = false;
      weight[next] = weight[a] + weight[b];
      parent[a] = next;
      parent[b] = next;
      open[next++] = true;
    }
    int[] lengths = new int[CATEGORIES];
    for (int s = 0; s < CATEGORIES; s++) {
      for (int node = s; weights[s] > 0 && node != next - 1; node = parent[node]) {
        lengths[s]++;
      }
    }
    return lengths;
  }

  private static int lightest(long[] weight, boolean[] open) {
    int found = -1;
    for (int i = 0; i < weight.length; i++) {
      if (open[i] && (found < 0 || weight[i] < weight[found])) {
        found = i;
      }
    }
    return found;
  }

  /** Bits of a category's code. */
  int length(int category) {
    return lengths[category];
  }

  /** A category's code. */
  int code(int category) {
    return codes[category];
  }

  /** How many codes have 1 to 16 bits. */
  int[] counts() {
    return counts.clone();
  }

  /** Categories in order of their codes. */
  byte[] symbols() {
    return symbols.clone();
  }
}
