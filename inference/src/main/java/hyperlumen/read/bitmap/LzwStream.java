package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.ByteView;

/**
 * LZW of TIFF 6.0, section 13: codes of 9 to 12 bits, high bits first, the width growing one code
 * early.
 */
final class LzwStream extends ChunkStream {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST_FREE = 258;
  private static final int TABLE = 4096;

  private final short[] prefix = new short[TABLE];
  private final byte[] suffix = new byte[TABLE];
  private final short[] lengths = new short[TABLE];
  private final byte[] string = new byte[TABLE];

  private int bits;
  private int bitCount;
  private int width = 9;
  private int free = FIRST_FREE;
  private int previous = -1;
  private int given;
  private int available;

  LzwStream(ByteView view, long offset, long length) {
    super(view, offset, length);
    for (int i = 0; i < CLEAR; i++) {
      suffix[i] = (byte) i;
      lengths[i] = 1;
    }
  }

  @Override
  void read(byte[] target, int count) throws PhotoException {
    int done = 0;
    while (done < count) {
      if (given == available) {
        decode();
      }
      int part = Math.min(available - given, count - done);
      System.arraycopy(string, given, target, done, part);
      given += part;
      done += part;
    }
  }

  /** Decodes the next code into {@link #string}. */
  private void decode() throws PhotoException {
    int code = code();
    if (code == CLEAR) {
      width = 9;
      free = FIRST_FREE;
      previous = -1;
      given = 0;
      available = 0;
      return;
    }
    if (code == END) {
      throw damaged("too few pixels");
    }
    boolean repeats = code == free && previous >= 0;
    if (code >= free && !repeats) {
      throw damaged("a wrong LZW code");
    }
    int source = repeats ? previous : code;
    int length = lengths[source];
    for (int i = length - 1, at = source; i >= 0; i--) {
      string[i] = suffix[at];
      at = prefix[at];
    }
    if (previous >= 0 && free < TABLE) {
      prefix[free] = (short) previous;
      suffix[free] = string[0];
      lengths[free] = (short) (lengths[previous] + 1);
      free++;
      if (free + 1 == 1 << width && width < 12) {
        width++;
      }
    }
    if (repeats) {
      string[length++] = string[0];
    }
    previous = code;
    given = 0;
    available = length;
  }

  private int code() throws PhotoException {
    while (bitCount < width) {
      bits = bits << 8 | next();
      bitCount += 8;
    }
    bitCount -= width;
    int code = bits >>> bitCount & ((1 << width) - 1);
    bits &= (1 << bitCount) - 1;
    return code;
  }
}
