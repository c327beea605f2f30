package hyperlumen.network;

/** Element-wise non-linearities. */
public enum Activation {
  /** x * Phi(x), the exact form with the error function. */
  GELU,
  /** clip(x / 6 + 1 / 2, 0, 1). */
  HARD_SIGMOID,
  /** max(x, 0). */
  RELU,
  /** x for x above 0, x / 5 below (slope 0.2, as VDN). */
  LEAKY_RELU,
  /** x. */
  NONE
}
