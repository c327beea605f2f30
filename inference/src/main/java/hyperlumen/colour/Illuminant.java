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
}
