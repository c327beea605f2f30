package hyperlumen.read.dng;

import java.nio.ByteOrder;

/**
 * Undoes a TIFF predictor in one row: s(i) = d(i) + s(i - step), modulo 2^bits.
 *
 * <p>Predictor 2 takes differences of samples of the same channel, 34892 and 34893 of every second
 * and fourth pixel, which in a mosaic have the same colour (DNG 1.4). Predictor 3, 34894 and 34895
 * do it with the bytes of floats, of which all first bytes (sign and exponent) come first, then all
 * second ones (TIFF technical note 3); they leave big-endian floats.
 */
final class Predictor {

  private final int bytes;
  private final int step;
  private final boolean floats;
  private final boolean bigEndian;
  private byte[] scratch = new byte[0];

  private Predictor(int bytes, int step, boolean floats, boolean bigEndian) {
    this.bytes = bytes;
    this.step = step;
    this.floats = floats;
    this.bigEndian = bigEndian;
  }

  static Predictor of(RawLayout layout) {
    int pixels =
        switch (layout.predictor()) {
          case 2, 3 -> 1;
          case 34892, 34894 -> 2;
          case 34893, 34895 -> 4;
          default -> 0;
        };
    return new Predictor(
        layout.bits() / 8,
        pixels * layout.channels(),
        layout.isFloat(),
        layout.order() == ByteOrder.BIG_ENDIAN);
  }

  /** The order of the bytes of a sample after {@link #undo}. */
  static ByteOrder orderAfter(RawLayout layout) {
    boolean turned = layout.isFloat() && layout.predictor() != 1;
    return turned && layout.compression() == Compression.DEFLATE
        ? ByteOrder.BIG_ENDIAN
        : layout.order();
  }

  /** Turns differences into samples in {@code row}, which holds {@code count} of them. */
  void undo(byte[] row, int count) {
    if (step == 0) {
      return;
    }
    if (floats) {
      for (int i = step; i < count * bytes; i++) {
        row[i] += row[i - step];
      }
      gather(row, count);
      return;
    }
    // A carry runs from the low byte to the high one: add byte by byte in that order.
    int low = bigEndian ? bytes - 1 : 0;
    int toHigher = bigEndian ? -1 : 1;
    for (int i = step; i < count; i++) {
      int at = i * bytes + low;
      int before = (i - step) * bytes + low;
      int carry = 0;
      for (int b = 0; b < bytes; b++) {
        carry += (row[at] & 0xff) + (row[before] & 0xff);
        row[at] = (byte) carry;
        carry >>= 8;
        at += toHigher;
        before += toHigher;
      }
    }
  }

  private void gather(byte[] row, int count) {
    if (scratch.length < count * bytes) {
      scratch = new byte[count * bytes];
    }
    System.arraycopy(row, 0, scratch, 0, count * bytes);
    for (int b = 0; b < bytes; b++) {
      for (int i = 0; i < count; i++) {
        row[i * bytes + b] = scratch[b * count + i];
      }
    }
  }
}
