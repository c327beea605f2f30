package hyperlumen.read.bitmap;

/**
 * Colours that were multiplied by their alpha: c = min(1, c' / a), 0 where a is 0. The last channel
 * of interleaved samples is the alpha.
 */
final class Alpha {

  private Alpha() {}

  /** Divides 8-bit samples in place. */
  static void divide(byte[] samples, int channels) {
    for (int i = 0; i < samples.length; i += channels) {
      int alpha = samples[i + channels - 1] & 0xff;
      for (int c = 0; c < channels - 1; c++) {
        samples[i + c] = (byte) divided(samples[i + c] & 0xff, alpha, 255);
      }
    }
  }

  /** Divides 16-bit samples in place. */
  static void divide(short[] samples, int channels) {
    for (int i = 0; i < samples.length; i += channels) {
      int alpha = samples[i + channels - 1] & 0xffff;
      for (int c = 0; c < channels - 1; c++) {
        samples[i + c] = (short) divided(samples[i + c] & 0xffff, alpha, 65535);
      }
    }
  }

  private static int divided(int value, int alpha, int most) {
    return alpha == 0 ? 0 : (int) Math.min(most, ((long) value * most + alpha / 2) / alpha);
  }
}
