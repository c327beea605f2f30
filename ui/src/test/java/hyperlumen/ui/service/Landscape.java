package hyperlumen.ui.service;

import hyperlumen.photo.Raster;
import hyperlumen.photo.Size;

/** A picture to look at in tests: sky, sun, two ranges of hills, a striped field. */
final class Landscape {

  private Landscape() {}

  static Raster paint(Size size) {
    Raster picture = new Raster(3, size.height(), size.width());
    for (int y = 0; y < size.height(); y++) {
      double v = (y + .5) / size.height();
      for (int x = 0; x < size.width(); x++) {
        double u = (x + .5) / size.width();
        double[] rgb = colour(u, v, (double) size.width() / size.height());
        for (int c = 0; c < 3; c++) {
          picture.set(c, y, x, (float) Math.clamp(rgb[c], 0.0, 1.0));
        }
      }
    }
    return picture;
  }

  private static double[] colour(double u, double v, double aspect) {
    double far = 0.52 + 0.06 * Math.sin(9 * u) + 0.03 * Math.sin(23 * u + 1);
    double near = 0.68 + 0.07 * Math.sin(5 * u + 2) + 0.02 * Math.sin(31 * u);
    if (v > near) {
      double depth = (v - near) / (1 - near);
      double stripes = 0.06 * Math.sin(260 * u / (0.4 + depth) + 40 * depth);
      return new double[] {0.30 + 0.25 * depth + stripes, 0.42 + 0.12 * depth + stripes, 0.16};
    }
    if (v > far) {
      double haze = (v - far) / 0.2;
      return new double[] {0.28 - 0.1 * haze, 0.36 - 0.06 * haze, 0.42 - 0.14 * haze};
    }
    double sun = Math.hypot((u - .72) * aspect, v - .24);
    double glow = Math.exp(-sun * sun / 0.02) + (sun < 0.06 ? 0.6 : 0);
    return new double[] {
      0.42 + 0.42 * v + 0.5 * glow, 0.58 + 0.26 * v + 0.35 * glow, 0.82 - 0.02 * v + 0.1 * glow
    };
  }
}
