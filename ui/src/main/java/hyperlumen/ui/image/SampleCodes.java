package hyperlumen.ui.image;

/** Stored integers and what they mean. */
final class SampleCodes {

  private SampleCodes() {}

  /** floor(v maximum + 0.5), clipped: the writer's rounding; not-a-number becomes 0. */
  static int quantise(float value, int maximum) {
    return (int) (Math.clamp(value, 0f, 1f) * maximum + 0.5f);
  }

  /** round(value / 257): the 8-bit value nearest to a 16-bit one. */
  static int narrow(int value) {
    return (value * 255 + 32895) >>> 16;
  }
}
