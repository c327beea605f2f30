package hyperlumen.read.dng;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.zip.Deflater;

/** Samples of a block to bytes: packing, predictors and deflate, the reader's inverse. */
final class SamplePacker {

  private SamplePacker() {}

  /** One row packed: whole bytes in file order for 8, 16, 32 bits and floats, else bits. */
  static byte[] pack(int[] row, int from, int count, int bits, ByteOrder order, boolean isFloat) {
    byte[] out = new byte[(int) (((long) count * bits + 7) / 8)];
    if (bits % 8 == 0 && (bits != 24 || isFloat)) {
      int bytes = bits / 8;
      for (int i = 0; i < count; i++) {
        for (int b = 0; b < bytes; b++) {
          int shift = order == ByteOrder.BIG_ENDIAN ? bits - 8 - 8 * b : 8 * b;
          out[i * bytes + b] = (byte) (row[from + i] >>> shift);
        }
      }
      return out;
    }
    long at = 0;
    for (int i = 0; i < count; i++) {
      for (int b = bits - 1; b >= 0; b--, at++) {
        out[(int) (at >> 3)] |= (byte) ((row[from + i] >>> b & 1) << (7 - (at & 7)));
      }
    }
    return out;
  }

  /** Differences of integers {@code step} samples apart, from the right to the left. */
  static void difference(int[] row, int from, int count, int step) {
    for (int i = count - 1; i >= step; i--) {
      row[from + i] -= row[from + i - step];
    }
  }

  /** Floats as TIFF technical note 3 has them: byte planes, then differences of bytes. */
  static byte[] floatPlanes(int[] row, int from, int count, int bits, int step) {
    int bytes = bits / 8;
    byte[] out = new byte[count * bytes];
    for (int b = 0; b < bytes; b++) {
      for (int i = 0; i < count; i++) {
        out[b * count + i] = (byte) (row[from + i] >>> (bits - 8 - 8 * b));
      }
    }
    for (int i = out.length - 1; i >= step; i--) {
      out[i] -= out[i - step];
    }
    return out;
  }

  static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 15];
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** The 16, 24 or 32 bits of a float, rounded towards zero. */
  static int floatBits(float value, int bits) {
    return switch (bits) {
      case 16 -> Float.floatToFloat16(value) & 0xffff;
      case 24 -> float24(value);
      default -> Float.floatToRawIntBits(value);
    };
  }

  private static int float24(float value) {
    int raw = Float.floatToRawIntBits(value);
    int exponent = (raw >>> 23 & 0xff) - 127 + 63;
    if (exponent <= 0) {
      return raw >>> 31 << 23;
    }
    return raw >>> 31 << 23 | Math.min(exponent, 126) << 16 | (raw >>> 7 & 0xffff);
  }
}
