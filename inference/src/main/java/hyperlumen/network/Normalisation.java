package hyperlumen.network;

/**
 * How predicted filters f[o, i, y, x] are brought to the scale of He initialisation (paper, Eq. 3
 * to 5; k taps, 9 in the paper).
 */
public enum Normalisation {
  /** (N1): f * sqrt(2 k) / (sqrt(C_in pi / 2) * s[o, i]), s = L1 norm of one slice. */
  SLICE,
  /** (N2): f * sqrt(2 k C_in) / (sqrt(pi / 2) * s[o]), s = L1 norm of all slices of one output. */
  FILTER;

  /** Added to the L1 norm, so that a filter of zeros stays finite. */
  public static final double EPSILON = 1e-6;

  /** The factor in front of f / s for {@code inputs} input channels and {@code taps} per slice. */
  public double factor(int inputs, int taps) {
    return this == SLICE
        ? Math.sqrt(2.0 * taps) / Math.sqrt(inputs * Math.PI / 2)
        : Math.sqrt(2.0 * taps * inputs) / Math.sqrt(Math.PI / 2);
  }
}
