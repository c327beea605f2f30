package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.ByteView;
import java.util.Arrays;

/**
 * A Huffman table of lossless JPEG (ITU-T T.81 annex C and F.2.2.3): bits to the number of further
 * bits of a difference, 0 to 16. Codes up to {@value #FAST_BITS} bits are found in one step.
 */
final class HuffmanTable {

  private static final int FAST_BITS = 11;

  /** Longest code (T.81, B.2.4.2). */
  private static final int MAX_LENGTH = 16;

  /** Length of the code in the high byte, symbol in the low; 0 for longer codes. */
  private final short[] fast = new short[1 << FAST_BITS];

  /** Smallest value, left-aligned to 16 bits, that is beyond the codes of this length. */
  private final int[] limit = new int[MAX_LENGTH + 2];

  private final int[] offset = new int[MAX_LENGTH + 1];
  private final byte[] symbols;

  /**
   * Builds the table.
   *
   * @param counts how many codes have 1 to 16 bits
   * @param symbols their symbols in order of code
   */
  HuffmanTable(int[] counts, byte[] symbols, ByteView view) throws PhotoException {
    this.symbols = symbols;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      offset[length] = index - code;
      for (int i = 0; i < counts[length - 1]; i++) {
        if (code >= 1 << length) {
          throw view.damaged("has a Huffman table with more codes than bits allow");
        }
        if ((symbols[index] & 0xff) > 16) {
          throw view.damaged("has a Huffman table for something else than lossless JPEG");
        }
        if (length <= FAST_BITS) {
          int first = code << (FAST_BITS - length);
          short found = (short) (length << 8 | symbols[index]);
          Arrays.fill(fast, first, first + (1 << (FAST_BITS - length)), found);
        }
        code++;
        index++;
      }
      limit[length] = code << (MAX_LENGTH - length);
      code <<= 1;
    }
    limit[MAX_LENGTH + 1] = Integer.MAX_VALUE;
  }

  /** The next symbol; -1 if the bits are no code. At least 16 bits must be there. */
  int next(BitSource source) {
    short found = fast[source.peek(FAST_BITS)];
    if (found != 0) {
      source.skip(found >> 8);
      return found & 0xff;
    }
    int ahead = source.peek(MAX_LENGTH);
    int length = FAST_BITS + 1;
    while (ahead >= limit[length]) {
      length++;
    }
    if (length > MAX_LENGTH) {
      return -1;
    }
    source.skip(length);
    return symbols[(ahead >> (MAX_LENGTH - length)) + offset[length]];
  }
}
