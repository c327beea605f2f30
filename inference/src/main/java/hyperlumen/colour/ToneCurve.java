package hyperlumen.colour;

/**
 * A filmic tone curve: f(x) = s x^n / (x^n + k) on linear light, with f(0) = 0, f(0.18) = 0.18 and
 * f(white) = 1.
 *
 * <p>On a logarithmic axis this is a logistic sigmoid, the shape of film and of the eye's receptors
 * (Naka and Rushton, J. Physiol. 185, 1966): a toe, a straight middle of slope about n, a shoulder.
 *
 * @param contrast n, above 1
 * @param white the scene value that becomes display white, at least 1
 */
record ToneCurve(double contrast, double white) {

  /** Reflectance of the photographers' grey card. */
  static final double MIDDLE_GREY = 0.18;

  ToneCurve {
    if (!(contrast > 1 && white >= 1)) {
      throw new IllegalArgumentException(
          "no tone curve has contrast " + contrast + " and white " + white);
    }
  }

  double at(double x) {
    double n = Math.pow(white, contrast);
    double m = Math.pow(MIDDLE_GREY, contrast);
    // From the two conditions: s = (n + k) / n, and s m / (m + k) = 0.18.
    double k = n * m * (1 - MIDDLE_GREY) / (MIDDLE_GREY * n - m);
    double p = Math.pow(x, contrast);
    return (n + k) / n * p / (p + k);
  }
}
