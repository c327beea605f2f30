package hyperlumen.colour;

/**
 * Clipped highlights without a colour cast.
 *
 * <p>A raw channel saturates at its white level, so after white balance channel c cannot exceed its
 * gain; green, with gain 1, clips first and a white cloud turns pink. Where a channel nears its
 * limit it is raised smoothly to the mean of the other two, each of which counts as the pixel's
 * maximum if it is clipped itself. So an overexposed grey becomes grey, a fully clipped pixel
 * white, and a coloured light, whose clipped channel is its largest, keeps its colour.
 */
final class HighlightRepair {

  /** Repair starts here, as a share of the limit, and is complete at {@link #COMPLETE}. */
  private static final float START = 0.90f;

  /** A little below saturation, because noise and interpolation lower clipped values. */
  private static final float COMPLETE = 0.98f;

  private final float perRed;
  private final float perGreen;
  private final float perBlue;

  /**
   * The repair of a photo.
   *
   * @param neutral the as-shot white in raw camera RGB, green 1
   */
  HighlightRepair(double[] neutral) {
    perRed = (float) (neutral[0] / (COMPLETE - START));
    perGreen = (float) (neutral[1] / (COMPLETE - START));
    perBlue = (float) (neutral[2] / (COMPLETE - START));
  }

  /** Repairs {@code count} pixels in place; negative values become 0. */
  void apply(float[] red, float[] green, float[] blue, int count) {
    float offset = START / (COMPLETE - START);
    for (int x = 0; x < count; x++) {
      float r = Math.max(red[x], 0f);
      float g = Math.max(green[x], 0f);
      float b = Math.max(blue[x], 0f);
      float max = Math.max(r, Math.max(g, b));
      float tr = smooth(r * perRed - offset);
      float tg = smooth(g * perGreen - offset);
      float tb = smooth(b * perBlue - offset);
      float er = r + tr * (max - r);
      float eg = g + tg * (max - g);
      float eb = b + tb * (max - b);
      red[x] = r + tr * Math.max(0.5f * (eg + eb) - r, 0f);
      green[x] = g + tg * Math.max(0.5f * (er + eb) - g, 0f);
      blue[x] = b + tb * Math.max(0.5f * (er + eg) - b, 0f);
    }
  }

  /** 3t^2 - 2t^3 between 0 and 1, constant outside. */
  private static float smooth(float t) {
    float c = Math.min(Math.max(t, 0f), 1f);
    return c * c * (3f - 2f * c);
  }
}
