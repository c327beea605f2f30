package hyperlumen.network;

/**
 * How light is coded in a network's input and output.
 *
 * <p>{@link #SQUARE_ROOT} spreads the shadows, where noise is least visible in linear values: c(x)
 * = x / sqrt(|x| + 1/100). It is odd, so that noise below black keeps its sign, smooth at 0, and
 * close to the square root of x above. Thread-safe.
 */
public enum SignalCode {
  /** c(x) = x. */
  LINEAR,
  /** c(x) = x / sqrt(|x| + 1/100). */
  SQUARE_ROOT;

  private static final float SOFTNESS = 0.01f;

  /** Codes {@code count} values in place from {@code offset}. */
  public void encode(float[] values, int offset, int count) {
    if (this == SQUARE_ROOT) {
      for (int i = offset; i < offset + count; i++) {
        float x = values[i];
        values[i] = x / (float) Math.sqrt(Math.abs(x) + SOFTNESS);
      }
    }
  }

  /** Decodes {@code count} values in place from {@code offset}. */
  public void decode(float[] values, int offset, int count) {
    if (this == SQUARE_ROOT) {
      for (int i = offset; i < offset + count; i++) {
        // Solves y sqrt(|x| + a) = x: x = (y |y| + y sqrt(y y + 4 a)) / 2.
        float y = values[i];
        values[i] = 0.5f * y * (Math.abs(y) + (float) Math.sqrt(y * y + 4 * SOFTNESS));
      }
    }
  }
}
