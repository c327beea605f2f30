package hyperlumen.ui.studio;

/** What white balance can be chosen from. */
public enum White {
  AS_SHOT(0),
  AUTO(0),
  DAYLIGHT(5500),
  CLOUDY(6500),
  SHADE(7500),
  TUNGSTEN(2850),
  FLUORESCENT(3800),
  /** Any temperature and tint. */
  CUSTOM(0),
  /** From a grey in the picture. */
  PICKED(0);

  private final double kelvin;

  White(double kelvin) {
    this.kelvin = kelvin;
  }

  /** The usual temperature of such a light; 0 where it has none of its own. */
  double kelvin() {
    return kelvin;
  }
}
