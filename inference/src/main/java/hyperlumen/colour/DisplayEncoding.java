package hyperlumen.colour;

import hyperlumen.photo.Raster;

/**
 * Linear RGB of a display space to encoded values in [0, 1]: gamut, tone curve, transfer curve.
 *
 * <p>Gamut: a colour with a negative channel, or one above white without a tone curve, moves
 * towards the grey of its own luminance until it fits, which keeps hue and brightness; clipping
 * channels would change both. Tone: the curve is applied to the largest and smallest channel and
 * the middle one keeps its place between them, so hue stays.
 */
final class DisplayEncoding {

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

  /** Encodes row {@code y} in place. */
  void apply(Raster raster, int y) {
    float[] s = raster.samples();
    int red = raster.index(0, y, 0);
    int green = raster.index(1, y, 0);
    int blue = raster.index(2, y, 0);
    for (int x = 0; x < raster.width(); x++) {
      float r = s[red + x];
      float g = s[green + x];
      float b = s[blue + x];
      float low = Math.min(r, Math.min(g, b));
      float high = Math.max(r, Math.max(g, b));
      // What every channel becomes: scale * channel + shift.
      float scale = 1;
      float shift = 0;
      float luminance = weightRed * r + weightGreen * g + weightBlue * b;
      if (low < 0) {
        scale = luminance > 0 ? luminance / (luminance - low) : 0;
        shift = luminance > 0 ? luminance * (1 - scale) : 0;
        low = 0;
        high = scale * high + shift;
      }
      if (tone != null) {
        float newLow = tone.at(low);
        float slope = high - low > 1e-7f ? (tone.at(high) - newLow) / (high - low) : 0;
        shift = newLow + slope * (shift - low);
        scale *= slope;
      } else if (high > 1) {
        float slope = luminance < 1 ? (1 - luminance) / (high - luminance) : 0;
        shift = Math.min(luminance, 1) + slope * (shift - luminance);
        scale *= slope;
      }
      s[red + x] = encoded(scale * r + shift);
      s[green + x] = encoded(scale * g + shift);
      s[blue + x] = encoded(scale * b + shift);
    }
  }

  private float encoded(float linear) {
    return transfer == null ? Math.min(Math.max(linear, 0f), 1f) : transfer.at(linear);
  }
}
