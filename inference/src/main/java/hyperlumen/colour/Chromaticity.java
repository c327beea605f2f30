package hyperlumen.colour;

/**
 * A colour without its brightness: x = X / (X + Y + Z), y = Y / (X + Y + Z), CIE 1931 2 degrees.
 *
 * @param x above 0
 * @param y above 0
 */
public record Chromaticity(double x, double y) {

  /** The white of the ICC profile connection space and of DNG's forward matrices. */
  public static final Chromaticity D50 = new Chromaticity(0.3457, 0.3585);

  /** The white of sRGB, Display P3 and Rec.2020. */
  public static final Chromaticity D65 = new Chromaticity(0.3127, 0.3290);

  private static final Matrix3 BRADFORD =
      new Matrix3(
          new double[] {0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296});

  /** The chromaticity of (X, Y, Z). */
  public static Chromaticity ofXyz(double[] xyz) {
    double sum = xyz[0] + xyz[1] + xyz[2];
    return new Chromaticity(xyz[0] / sum, xyz[1] / sum);
  }

  /** (X, Y, Z) with Y = 1. */
  public double[] xyz() {
    return new double[] {x / y, 1, (1 - x - y) / y};
  }

  /** Whether it can be the white of a scene: finite, above 0 and below the spectral locus. */
  boolean isWhite() {
    return x > 0.05 && y > 0.05 && x < 0.9 && y < 0.9 && x + y < 1;
  }

  /**
   * Linear Bradford adaptation: XYZ seen under this white to XYZ of the same look under {@code
   * target}; maps white to white.
   */
  public Matrix3 adaptationTo(Chromaticity target) {
    double[] from = BRADFORD.times(xyz());
    double[] to = BRADFORD.times(target.xyz());
    Matrix3 gains = Matrix3.diagonal(to[0] / from[0], to[1] / from[1], to[2] / from[2]);
    return BRADFORD.inverse().times(gains).times(BRADFORD);
  }
}
