package hyperlumen.read.dng;

/**
 * Floating point samples f to unsigned 16-bit ones: code = round(pedestal + f * scale), clipped to
 * [0, 65535].
 *
 * <p>The white level maps to 65535, so that all 16 bits are used; 0 maps to a pedestal of 2048, so
 * that noise below black is not cut off, which would brighten the shadows.
 *
 * @param scale codes per unit of f
 */
record FloatCode(double scale) {

  /** The code of 0. */
  static final int PEDESTAL = 2048;

  /** The code of the white level. */
  static final int WHITE = 65535;

  /** The code in which {@code white}, a positive float, maps to {@link #WHITE}. */
  static FloatCode ofWhite(double white) {
    return new FloatCode((WHITE - PEDESTAL) / white);
  }

  /** The code of a level given as float. */
  double level(double value) {
    return PEDESTAL + value * scale;
  }

  /** Replaces {@code count} floats, given as their 16, 24 or 32 bits, by their codes. */
  void code(int[] samples, int count, int bits) {
    for (int i = 0; i < count; i++) {
      float value =
          switch (bits) {
            case 16 -> Float.float16ToFloat((short) samples[i]);
            case 24 -> float24(samples[i]);
            default -> Float.intBitsToFloat(samples[i]);
          };
      // NaN becomes the pedestal: (int) NaN would be 0, far below black.
      double coded = Float.isNaN(value) ? PEDESTAL : PEDESTAL + value * scale;
      samples[i] = (int) Math.max(0, Math.min(WHITE, coded + 0.5));
    }
  }

  /** A 24-bit float of DNG 1.4: sign, 7 bits of exponent with bias 63, 16 bits of mantissa. */
  static float float24(int bits) {
    int sign = bits >>> 23 & 1;
    int exponent = bits >>> 16 & 0x7f;
    int mantissa = bits & 0xffff;
    double value;
    if (exponent == 0) {
      value = Math.scalb((double) mantissa, -16 - 62);
    } else if (exponent == 127) {
      value = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      value = Math.scalb(1 + mantissa / 65536.0, exponent - 63);
    }
    return (float) (sign == 0 ? value : -value);
  }
}
