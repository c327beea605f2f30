package hyperlumen.read.dng;

import java.util.Arrays;

/** An optimal Huffman code of at most 16 bits for the 17 categories (T.81, annex K.2). */
final class HuffmanCode {

  private static final int SYMBOLS = 17;

  /** How many codes have 1 to 16 bits. */
  final int[] counts = new int[16];

  /** Symbols in order of code. */
  final byte[] symbols;

  final int[] codes = new int[SYMBOLS];
  final int[] lengths = new int[SYMBOLS];

  HuffmanCode(long[] frequencies) {
    // One more symbol of least frequency takes the code of all ones, which JPEG forbids.
    long[] weight = Arrays.copyOf(frequencies, SYMBOLS + 1);
    weight[SYMBOLS] = 1;
    int[] size = new int[SYMBOLS + 1];
    int[] next = new int[SYMBOLS + 1];
    Arrays.fill(next, -1);
    while (true) {
      int a = smallest(weight, -1);
      int b = smallest(weight, a);
      if (b < 0) {
        break;
      }
      weight[a] += weight[b];
      weight[b] = 0;
      size[a]++;
      while (next[a] >= 0) {
        a = next[a];
        size[a]++;
      }
      next[a] = b;
      size[b]++;
      while (next[b] >= 0) {
        b = next[b];
        size[b]++;
      }
    }
    int[] perLength = new int[64];
    for (int each : size) {
      perLength[each]++;
    }
    shorten(perLength);
    int longest = 63;
    while (perLength[longest] == 0) {
      longest--;
    }
    perLength[longest]--;
    System.arraycopy(perLength, 1, counts, 0, 16);
    symbols = assign(size);
  }

  private static int smallest(long[] weight, int except) {
    int found = -1;
    for (int i = 0; i < weight.length; i++) {
      if (i != except && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) {
        found = i;
      }
    }
    return found;
  }

  /** T.81 figure K.3: moves codes longer than 16 bits up. */
  private static void shorten(int[] perLength) {
    for (int i = 63; i > 16; i--) {
      while (perLength[i] > 0) {
        int j = i - 2;
        while (perLength[j] == 0) {
          j--;
        }
        perLength[i] -= 2;
        perLength[i - 1]++;
        perLength[j + 1] += 2;
        perLength[j]--;
      }
    }
  }

  private byte[] assign(int[] size) {
    byte[] ordered = new byte[SYMBOLS];
    int found = 0;
    for (int length = 1; length < 64; length++) {
      for (int s = 0; s < SYMBOLS; s++) {
        if (size[s] == length) {
          ordered[found++] = (byte) s;
        }
      }
    }
    int code = 0;
    int index = 0;
    for (int length = 1; length <= 16; length++) {
      for (int i = 0; i < counts[length - 1]; i++) {
        int symbol = ordered[index++];
        codes[symbol] = code++;
        lengths[symbol] = length;
      }
      code <<= 1;
    }
    return Arrays.copyOf(ordered, index);
  }
}
