package hyperlumen.colour;

/**
 * A white as photographers name it: the temperature of the nearest black body, and how far the
 * white lies beside the black-body curve, in CIE 1960 (u, v).
 *
 * <p>The curve is M. Krystek, "An algorithm to calculate correlated colour temperature", Color
 * Research and Application 10 (1985), two rational functions of T, good to 1e-4 in u and v from
 * 1000 to 15000 K. The tint's unit is DNG's: 1/3000 in (u, v); positive is towards magenta, below
 * the curve.
 *
 * @param kelvin 1000 to 40000
 * @param tint -300 to 300, 0 on the curve
 */
public record Temperature(double kelvin, double tint) {

  /** A candle is near 1800 K; below 1000 K nothing that lights a photo exists. */
  public static final double MIN_KELVIN = 1000;

  /** Above this the curve hardly moves: 40000 K and infinity differ by 0.002 in u. */
  public static final double MAX_KELVIN = 40_000;

  /** Already a strongly coloured light. */
  public static final double MAX_TINT = 300;

  private static final double TINTS_PER_UV = 3000;

  public Temperature {
    if (!(kelvin >= MIN_KELVIN && kelvin <= MAX_KELVIN && Math.abs(tint) <= MAX_TINT)) {
      throw new IllegalArgumentException(
          "white balance "
              + kelvin
              + " K, tint "
              + tint
              + " is not between 1000 and 40000 K and -300 and 300");
    }
  }

  /** The nearest temperature to a chromaticity, clamped to the limits. */
  public static Temperature of(Chromaticity white) {
    double[] uv = uv(white);
    // Golden section on 1/T, in which the curve is nearly evenly spaced; one minimum near the
    // curve.
    double low = 1 / MAX_KELVIN;
    double high = 1 / MIN_KELVIN;
    double ratio = (Math.sqrt(5) - 1) / 2;
    while (high - low > 1e-12) {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      if (distance(uv, 1 / a) < distance(uv, 1 / b)) {
        high = b;
      } else {
        low = a;
      }
    }
    double kelvin = Math.clamp(2 / (low + high), MIN_KELVIN, MAX_KELVIN);
    double[] normal = normal(kelvin);
    double[] curve = curve(kelvin);
    double offset = (uv[0] - curve[0]) * normal[0] + (uv[1] - curve[1]) * normal[1];
    return new Temperature(kelvin, Math.clamp(offset * TINTS_PER_UV, -MAX_TINT, MAX_TINT));
  }

  /** The chromaticity with this temperature and tint. */
  public Chromaticity chromaticity() {
    double[] curve = curve(kelvin);
    double[] normal = normal(kelvin);
    double u = curve[0] + normal[0] * tint / TINTS_PER_UV;
    double v = curve[1] + normal[1] * tint / TINTS_PER_UV;
    double denominator = 2 * u - 8 * v + 4;
    return new Chromaticity(3 * u / denominator, 2 * v / denominator);
  }

  private static double[] uv(Chromaticity c) {
    double denominator = -2 * c.x() + 12 * c.y() + 3;
    return new double[] {4 * c.x() / denominator, 6 * c.y() / denominator};
  }

  private static double distance(double[] uv, double kelvin) {
    double[] curve = curve(kelvin);
    return Math.hypot(uv[0] - curve[0], uv[1] - curve[1]);
  }

  private static double[] curve(double t) {
    double u =
        (0.860117757 + 1.54118254e-4 * t + 1.28641212e-7 * t * t)
            / (1 + 8.42420235e-4 * t + 7.08145163e-7 * t * t);
    double v =
        (0.317398726 + 4.22806245e-5 * t + 4.20481691e-8 * t * t)
            / (1 - 2.89741816e-5 * t + 1.61456053e-7 * t * t);
    return new double[] {u, v};
  }

  /** The unit normal of the curve on its green side (larger v). */
  private static double[] normal(double kelvin) {
    double step = kelvin * 1e-4;
    double[] before = curve(kelvin - step);
    double[] after = curve(kelvin + step);
    double du = after[0] - before[0];
    double dv = after[1] - before[1];
    double length = Math.hypot(du, dv);
    // The curve runs towards smaller u as it gets hotter, so (dv, -du) points to larger v.
    return new double[] {dv / length, -du / length};
  }
}
