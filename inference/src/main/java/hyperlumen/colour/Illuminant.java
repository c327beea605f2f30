package hyperlumen.colour;

/** The temperatures of EXIF's light sources (LightSource and CalibrationIlluminant values). */
final class Illuminant {

  private Illuminant() {}

  /**
   * Kelvin of an EXIF LightSource; 0 for unknown or other. CIE's values for the standard
   * illuminants, the middle of EXIF 2.32's range for the fluorescent lamps.
   */
  static double kelvin(int lightSource) {
    return switch (lightSource) {
      case 3, 17 -> 2856; // tungsten, standard light A
      case 24 -> 3200; // ISO studio tungsten
      case 16 -> 2925; // warm white fluorescent, 2600 to 3250
      case 15 -> 3525; // white fluorescent, 3250 to 3800
      case 2, 14 -> 4150; // fluorescent, cool white 3800 to 4500
      case 18 -> 4874; // standard light B
      case 23 -> 5003; // D50
      case 13 -> 5050; // day white fluorescent, 4600 to 5500
      case 1, 4, 9, 20 -> 5503; // daylight, flash, fine weather, D55
      case 12 -> 6400; // daylight fluorescent, 5700 to 7100
      case 10, 21 -> 6504; // cloudy, D65
      case 19 -> 6774; // standard light C
      case 11, 22 -> 7504; // shade, D75
      default -> 0;
    };
  }

  /** Below this CIE defines no daylight; a black body takes its place. */
  private static final double LEAST_DAYLIGHT = 4000;

  /** Above this the formula of daylight has other constants. */
  private static final double BLUE_DAYLIGHT = 7000;

  private static final double MOST_DAYLIGHT = 25_000;

  /** Colour temperatures this near to D65 mean D65, whose chromaticity is exact. */
  private static final double D65_WITHIN = 20;

  /** D65's colour temperature; its chromaticity is exact. */
  private static final double D65_KELVIN = 6504;

  /** The chromaticity of daylight (CIE 15, formula of phase D) or of a black body. */
  static Chromaticity light(double kelvin) {
    if (Math.abs(kelvin - D65_KELVIN) < D65_WITHIN) {
      return Chromaticity.D65;
    }
    if (kelvin < LEAST_DAYLIGHT) {
      return new Temperature(Math.max(kelvin, Temperature.MIN_KELVIN), 0).chromaticity();
    }
    double t = Math.min(kelvin, MOST_DAYLIGHT);
    double x =
        t <= BLUE_DAYLIGHT
            ? -4.6070e9 / (t * t * t) + 2.9678e6 / (t * t) + 0.09911e3 / t + 0.244063
            : -2.0064e9 / (t * t * t) + 1.9018e6 / (t * t) + 0.24748e3 / t + 0.237040;
    return new Chromaticity(x, -3 * x * x + 2.87 * x - 0.275);
  }
}
