package hyperlumen.enhance;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;

/** Linear mixing of two regions. */
final class Mix {

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
}
