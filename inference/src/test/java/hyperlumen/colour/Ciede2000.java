package hyperlumen.colour;

/**
 * CIE Lab (white D50) and the colour difference CIEDE2000, after G. Sharma, W. Wu, E. Dalal, "The
 * CIEDE2000 color-difference formula", Color Research and Application 30 (2005).
 */
final class Ciede2000 {

  private Ciede2000() {}

  /** XYZ, white D50 with Y = 1, to (L, a, b). */
  static double[] lab(double... xyz) {
    double[] white = Chromaticity.D50.xyz();
    double[] f = new double[3];
    for (int c = 0; c < 3; c++) {
      double ratio = xyz[c] / white[c];
      f[c] = ratio > 216.0 / 24389 ? Math.cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116;
    }
    return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
  }

  /** The difference of two colours given as (L, a, b). */
  static double of(double[] p, double[] q) {
    double chroma = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
    double g = 0.5 * (1 - Math.sqrt(share(chroma)));
    double a1 = (1 + g) * p[1];
    double a2 = (1 + g) * q[1];
    double c1 = Math.hypot(a1, p[2]);
    double c2 = Math.hypot(a2, q[2]);
    double h1 = degrees(p[2], a1);
    double h2 = degrees(q[2], a2);
    boolean grey = c1 * c2 == 0;
    double dh = grey ? 0 : Math.IEEEremainder(h2 - h1, 360);
    double h = h1 + h2;
    if (!grey) {
      h = Math.abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
    }
    double l = (p[0] + q[0]) / 2;
    double c = (c1 + c2) / 2;
    double t =
        1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
    double lightness =
        (q[0] - p[0]) / (1 + 0.015 * (l - 50) * (l - 50) / Math.sqrt(20 + (l - 50) * (l - 50)));
    double saturation = (c2 - c1) / (1 + 0.045 * c);
    double hue = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2)) / (1 + 0.015 * c * t);
    double turn = 60 * Math.exp(-Math.pow((h - 275) / 25, 2));
    double rotation = -2 * Math.sqrt(share(c)) * Math.sin(Math.toRadians(turn));
    return Math.sqrt(
        lightness * lightness + saturation * saturation + hue * hue + rotation * saturation * hue);
  }

  private static double share(double chroma) {
    double seventh = Math.pow(chroma, 7);
    return seventh / (seventh + Math.pow(25, 7));
  }

  private static double degrees(double b, double a) {
    return a == 0 && b == 0 ? 0 : (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
