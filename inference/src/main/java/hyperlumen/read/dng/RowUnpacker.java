package hyperlumen.read.dng;

import java.nio.ByteOrder;

/**
 * The bytes of one row to unsigned 16-bit samples.
 *
 * <p>Integers up to 16 bits are kept; wider ones lose their low bits: v / 2^(bits - 16). Floats are
 * coded by a {@link FloatCode}.
 */
final class RowUnpacker {

  private final int bits;
  private final boolean bigEndian;
  private final FloatCode floats;

  /**
   * Makes it.
   *
   * @param floats how floats are coded; null for integers
   * @param order order of the bytes of samples of 16, 24 (floats) and 32 bits
   */
  RowUnpacker(int bits, ByteOrder order, FloatCode floats) {
    this.bits = bits;
    this.bigEndian = order == ByteOrder.BIG_ENDIAN;
    this.floats = floats;
  }

  /** Unpacks {@code count} samples from the start of {@code row}. */
  void unpack(byte[] row, int[] samples, int count) {
    switch (bits) {
      case 8 -> {
        for (int i = 0; i < count; i++) {
          samples[i] = row[i] & 0xff;
        }
      }
      case 16 -> {
        int high = bigEndian ? 0 : 1;
        int low = 1 - high;
        for (int i = 0; i < count; i++) {
          samples[i] = (row[2 * i + high] & 0xff) << 8 | (row[2 * i + low] & 0xff);
        }
      }
      case 32 -> unpack32(row, samples, count);
      case 24 -> {
        if (floats != null && !bigEndian) {
          for (int i = 0; i < count; i++) {
            samples[i] =
                (row[3 * i + 2] & 0xff) << 16 | (row[3 * i + 1] & 0xff) << 8 | (row[3 * i] & 0xff);
          }
        } else {
          unpackBits(row, samples, count);
        }
      }
      default -> unpackBits(row, samples, count);
    }
    if (floats != null) {
      floats.code(samples, count, bits);
    } else if (bits > 16) {
      for (int i = 0; i < count; i++) {
        samples[i] >>>= bits - 16;
      }
    }
  }

  private void unpack32(byte[] row, int[] samples, int count) {
    int step = bigEndian ? 1 : -1;
    int first = bigEndian ? 0 : 3;
    for (int i = 0; i < count; i++) {
      int at = 4 * i + first;
      samples[i] =
          (row[at] & 0xff) << 24
              | (row[at + step] & 0xff) << 16
              | (row[at + 2 * step] & 0xff) << 8
              | (row[at + 3 * step] & 0xff);
    }
  }

  /** TIFF 6.0, BitsPerSample and FillOrder 1: packed from the most significant bit on. */
  private void unpackBits(byte[] row, int[] samples, int count) {
    long buffer = 0;
    int filled = 0;
    int at = 0;
    int mask = (int) ((1L << bits) - 1);
    for (int i = 0; i < count; i++) {
      while (filled < bits) {
        buffer = buffer << 8 | (row[at++] & 0xff);
        filled += 8;
      }
      filled -= bits;
      samples[i] = (int) (buffer >>> filled) & mask;
    }
  }
}
