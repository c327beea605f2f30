package hyperlumen.write;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RowBlocks;

/**
 * Planar float samples to the interleaved bytes of a file: floor(v * (2^bits - 1) + 0.5), clipped;
 * not a number becomes 0. 32 bits are the float's own bits.
 */
final class Quantiser {

  private final int bits;
  private final boolean bigEndian;
  private final int channels;

  /**
   * Makes it.
   *
   * @param channels how many of the raster's channels are taken, from the first on
   */
  Quantiser(int bits, boolean bigEndian, int channels) {
    this.bits = bits;
    this.bigEndian = bigEndian;
    this.channels = channels;
  }

  /** Bytes of a row of {@code width} pixels. */
  int rowBytes(int width) {
    return Math.multiplyExact(width, channels * (bits / 8));
  }

  /** Writes the first {@code rows} rows of {@code raster} to the start of {@code target}. */
  void quantise(Raster raster, int rows, byte[] target) {
    RowBlocks.inParallel(rows, (from, end) -> quantise(raster, from, end, target));
  }

  private void quantise(Raster raster, int from, int end, byte[] target) {
    float[] samples = raster.samples();
    int width = raster.width();
    int count = (end - from) * width;
    int at = from * rowBytes(width);
    for (int c = 0; c < channels; c++) {
      int plane = raster.index(c, from, 0);
      switch (bits) {
        case 8 -> to8(samples, plane, count, target, at + c);
        case 16 -> to16(samples, plane, count, target, at + 2 * c);
        default -> toFloat(samples, plane, count, target, at + 4 * c);
      }
    }
  }

  private void to8(float[] samples, int plane, int count, byte[] target, int start) {
    int at = start;
    for (int i = 0; i < count; i++) {
      float value = samples[plane + i] * 255f + 0.5f;
      target[at] = (byte) (int) Math.max(0f, Math.min(255f, value));
      at += channels;
    }
  }

  private void to16(float[] samples, int plane, int count, byte[] target, int start) {
    int high = bigEndian ? 0 : 1;
    int low = 1 - high;
    int at = start;
    for (int i = 0; i < count; i++) {
      float scaled = samples[plane + i] * 65535f + 0.5f;
      int value = (int) Math.max(0f, Math.min(65535f, scaled));
      target[at + high] = (byte) (value >> 8);
      target[at + low] = (byte) value;
      at += 2 * channels;
    }
  }

  private void toFloat(float[] samples, int plane, int count, byte[] target, int start) {
    int at = start;
    for (int i = 0; i < count; i++) {
      int value = Float.floatToRawIntBits(samples[plane + i]);
      for (int b = 0; b < 4; b++) {
        target[at + b] = (byte) (value >> (bigEndian ? 24 - 8 * b : 8 * b));
      }
      at += 4 * channels;
    }
  }
}
