package hyperlumen.enhance;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;

/** Mixing of two regions, linear in their values. */
final class Mix {

  /** Weights of lightness of BT.709, the primaries of sRGB. */
  private static final float RED = 0.2126f;

  private static final float GREEN = 0.7152f;
  private static final float BLUE = 0.0722f;

  private Mix() {}

  /** result = share * result + (1 - share) * other, over {@code region}'s rows and columns. */
  static void into(Raster result, Raster other, Region region, float share) {
    for (int c = 0; c < other.channels(); c++) {
      for (int y = 0; y < region.height(); y++) {
        int a = result.index(c, y, 0);
        int b = other.index(c, y, 0);
        for (int x = 0; x < region.width(); x++) {
          float plain = other.samples()[b + x];
          result.samples()[a + x] = plain + share * (result.samples()[a + x] - plain);
        }
      }
    }
  }

  /**
   * result = other + luminance * l + colour * (d - l), where d is what the network changed in each
   * channel and l what it changed in the lightness; three channels.
   */
  static void into(Raster result, Raster other, Region region, Strength strength) {
    if (strength.luminance() == strength.colour()) {
      into(result, other, region, (float) strength.luminance());
      return;
    }
    float luminance = (float) (strength.luminance() - strength.colour());
    float colour = (float) strength.colour();
    float[] to = result.samples();
    float[] from = other.samples();
    for (int y = 0; y < region.height(); y++) {
      int r = result.index(0, y, 0);
      int g = result.index(1, y, 0);
      int b = result.index(2, y, 0);
      int plainR = other.index(0, y, 0);
      int plainG = other.index(1, y, 0);
      int plainB = other.index(2, y, 0);
      for (int x = 0; x < region.width(); x++) {
        float dr = to[r + x] - from[plainR + x];
        float dg = to[g + x] - from[plainG + x];
        float db = to[b + x] - from[plainB + x];
        float light = luminance * (RED * dr + GREEN * dg + BLUE * db);
        to[r + x] = from[plainR + x] + light + colour * dr;
        to[g + x] = from[plainG + x] + light + colour * dg;
        to[b + x] = from[plainB + x] + light + colour * db;
      }
    }
  }
}
