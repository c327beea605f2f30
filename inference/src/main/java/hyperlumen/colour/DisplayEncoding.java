package hyperlumen.colour;

/**
 * Linear RGB of a display space to encoded values in [0, 1]: gamut, tone curve, transfer curve.
 *
 * <p>Gamut: a colour with a negative channel, or one above white without a tone curve, moves
 * towards the grey of its own luminance until it fits, which keeps hue and brightness; clipping
 * channels would change both. Tone: the curve is applied to the largest and smallest channel and
 * the middle one keeps its place between them, so hue stays.
 */
final class DisplayEncoding {

  /** Keeps 0 / 0 from being no number; far below any value that shows. */
  private static final float TINY = 1e-12f;

  /** Channels this close count as equal. */
  private static final float SAME = 1e-7f;

  private final SampledCurve tone;
  private final SampledCurve transfer;
  private final float weightRed;
  private final float weightGreen;
  private final float weightBlue;

  private DisplayEncoding(SampledCurve tone, SampledCurve transfer, double[] weights) {
    this.tone = tone;
    this.transfer = transfer;
    weightRed = (float) weights[0];
    weightGreen = (float) weights[1];
    weightBlue = (float) weights[2];
  }

  /**
   * The encoding for a space and look.
   *
   * @param white linear value that the tone curve takes to display white
   */
  static DisplayEncoding of(ColourSpace space, Look look, double white) {
    ToneCurve curve = look.hasCurve() ? new ToneCurve(look.contrast(), white) : null;
    return new DisplayEncoding(
        curve == null ? null : new SampledCurve(white, curve::at),
        space == ColourSpace.REC2020_LINEAR ? null : new SampledCurve(1, space::encode),
        space.luminanceWeights());
  }

  /**
   * Encodes {@code count} pixels in place.
   *
   * @param low scratch memory
   * @param high scratch memory
   */
  void apply(float[] red, float[] green, float[] blue, float[] low, float[] high, int count) {
    liftNegatives(red, green, blue, count);
    if (tone != null) {
      applyTone(red, green, blue, low, high, count);
    } else {
      lowerExcess(red, green, blue, count);
    }
    for (float[] channel : new float[][] {red, green, blue}) {
      if (transfer != null) {
        transfer.apply(channel, count);
      } else {
        clamp(channel, count);
      }
    }
  }

  /** Towards grey until the smallest channel is 0: v becomes Y + s (v - Y), s = Y / (Y - min). */
  private void liftNegatives(float[] red, float[] green, float[] blue, int count) {
    for (int x = 0; x < count; x++) {
      float r = red[x];
      float g = green[x];
      float b = blue[x];
      float luminance = Math.max(weightRed * r + weightGreen * g + weightBlue * b, 0f);
      float below = Math.max(-Math.min(r, Math.min(g, b)), 0f);
      float scale = luminance / (luminance + below + TINY);
      float shift = luminance * (1f - scale);
      red[x] = scale * r + shift;
      green[x] = scale * g + shift;
      blue[x] = scale * b + shift;
    }
  }

  /** Towards grey until the largest channel is 1; white where the luminance is above 1. */
  private void lowerExcess(float[] red, float[] green, float[] blue, int count) {
    for (int x = 0; x < count; x++) {
      float r = red[x];
      float g = green[x];
      float b = blue[x];
      float luminance = weightRed * r + weightGreen * g + weightBlue * b;
      float grey = Math.min(luminance, 1f);
      float above = Math.max(Math.max(r, Math.max(g, b)) - 1f, 0f);
      float scale = (1f - grey + TINY) / (1f - grey + above + TINY);
      float shift = grey - scale * luminance;
      red[x] = scale * r + shift;
      green[x] = scale * g + shift;
      blue[x] = scale * b + shift;
    }
  }

  private void applyTone(
      float[] red, float[] green, float[] blue, float[] low, float[] high, int count) {
    for (int x = 0; x < count; x++) {
      low[x] = Math.min(red[x], Math.min(green[x], blue[x]));
      high[x] = Math.max(red[x], Math.max(green[x], blue[x]));
    }
    tone.apply(low, count);
    tone.apply(high, count);
    for (int x = 0; x < count; x++) {
      float r = red[x];
      float g = green[x];
      float b = blue[x];
      float from = Math.min(r, Math.min(g, b));
      float spread = Math.max(r, Math.max(g, b)) - from;
      float scale = (high[x] - low[x]) / Math.max(spread, SAME);
      float shift = low[x] - scale * from;
      red[x] = scale * r + shift;
      green[x] = scale * g + shift;
      blue[x] = scale * b + shift;
    }
  }

  private static void clamp(float[] channel, int count) {
    for (int x = 0; x < count; x++) {
      channel[x] = Math.min(Math.max(channel[x], 0f), 1f);
    }
  }
}
