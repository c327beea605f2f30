package hyperlumen.read.dng;

import hyperlumen.photo.CameraColour.Calibration;
import java.util.List;

/**
 * Camera RGB of a white given by its chromaticity: AnalogBalance * CameraCalibration * CM * XYZ.
 */
final class WhitePoint {

  /** Chromaticity of daylight of 5500 K, which DNG assumes where a file states no white. */
  static final double[] D55 = {0.33242, 0.34743};

  private WhitePoint() {}

  /**
   * The neutral of the white {@code xy}, with the matrices interpolated by its temperature: linear
   * in 1/T between the two nearest calibrations (DNG 1.7, chapter 6).
   */
  static double[] neutral(double[] xy, List<Calibration> calibrations, double[] balance) {
    double mired = 1e6 / temperature(xy);
    Calibration cool = null;
    Calibration warm = null;
    for (Calibration each : calibrations) {
      double at = 1e6 / temperature(each.illuminant());
      if (at <= mired && (cool == null || at > 1e6 / temperature(cool.illuminant()))) {
        cool = each;
      }
      if (at >= mired && (warm == null || at < 1e6 / temperature(warm.illuminant()))) {
        warm = each;
      }
    }
    Calibration first = cool == null ? warm : cool;
    Calibration second = warm == null ? cool : warm;
    double from = 1e6 / temperature(first.illuminant());
    double to = 1e6 / temperature(second.illuminant());
    double weight = to > from ? (mired - from) / (to - from) : 0;
    double[] xyz = {xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]};
    double[] a = apply(first.cameraCalibration(), apply(first.colorMatrix(), xyz));
    double[] b = apply(second.cameraCalibration(), apply(second.colorMatrix(), xyz));
    double[] neutral = new double[3];
    for (int c = 0; c < 3; c++) {
      neutral[c] = balance[c] * ((1 - weight) * a[c] + weight * b[c]);
    }
    return neutral;
  }

  /** Correlated colour temperature in kelvin: McCamy, Color Research and Application 17 (1992). */
  static double temperature(double[] xy) {
    double n = (xy[0] - 0.3320) / (0.1858 - xy[1]);
    double kelvin = ((449 * n + 3525) * n + 6823.3) * n + 5520.33;
    return Math.clamp(kelvin, 1000, 50_000);
  }

  /** Temperature of an EXIF LightSource in kelvin (EXIF 2.32, 4.6.5; DNG 1.7, chapter 6). */
  static double temperature(int illuminant) {
    return switch (illuminant) {
      case 3, 17 -> 2850;
      case 24 -> 3200;
      case 2, 14 -> 4150;
      case 13 -> 5050;
      case 23 -> 5000;
      case 1, 4, 9, 18, 20 -> 5500;
      case 10, 19, 21 -> 6500;
      case 11, 22 -> 7500;
      case 12 -> 6430;
      case 15 -> 3525;
      default -> 5000;
    };
  }

  private static double[] apply(double[] m, double[] v) {
    double[] out = new double[3];
    for (int r = 0; r < 3; r++) {
      out[r] = m[3 * r] * v[0] + m[3 * r + 1] * v[1] + m[3 * r + 2] * v[2];
    }
    return out;
  }
}
