package hyperlumen.colour;

import java.util.Arrays;
import java.util.Optional;

/**
 * An RGB space for the result: primaries, white D65, and the curve between linear and encoded
 * values.
 *
 * <p>sRGB: IEC 61966-2-1. Display P3: primaries of SMPTE RP 431-2, curve of sRGB. Rec.2020: ITU-R
 * BT.2020 primaries, stored without a curve.
 */
public enum ColourSpace {
  SRGB("srgb", true, new double[] {0.640, 0.330, 0.300, 0.600, 0.150, 0.060}),
  DISPLAY_P3("display-p3", true, new double[] {0.680, 0.320, 0.265, 0.690, 0.150, 0.060}),
  REC2020_LINEAR("rec2020-linear", false, new double[] {0.708, 0.292, 0.170, 0.797, 0.131, 0.046});

  private final String label;
  private final boolean curved;
  private final Matrix3 toXyzD65;

  ColourSpace(String label, boolean curved, double[] primaries) {
    this.label = label;
    this.curved = curved;
    this.toXyzD65 = toXyz(primaries);
  }

  /** The columns are the primaries, scaled so that (1, 1, 1) is the white D65. */
  private static Matrix3 toXyz(double[] p) {
    double[] columns = new double[9];
    for (int c = 0; c < 3; c++) {
      double x = p[2 * c];
      double y = p[2 * c + 1];
      columns[c] = x / y;
      columns[3 + c] = 1;
      columns[6 + c] = (1 - x - y) / y;
    }
    Matrix3 unscaled = new Matrix3(columns);
    double[] white = Chromaticity.D65.xyz();
    return unscaled.times(Matrix3.diagonal(unscaled.inverse().times(white)));
  }

  /** The name on the command line and in settings. */
  public String label() {
    return label;
  }

  /** The space with a label, if there is one. */
  public static Optional<ColourSpace> labelled(String label) {
    return Arrays.stream(values()).filter(space -> space.label.equals(label)).findFirst();
  }

  /** Linear RGB to XYZ, white D65, Y = 1 for white. */
  public Matrix3 toXyzD65() {
    return toXyzD65;
  }

  /** XYZ with white D65 to linear RGB. */
  public Matrix3 fromXyzD65() {
    return toXyzD65.inverse();
  }

  /** XYZ with white D50 to linear RGB, Bradford adaptation. */
  public Matrix3 fromXyzD50() {
    return fromXyzD65().times(Chromaticity.D50.adaptationTo(Chromaticity.D65));
  }

  /** Weights of linear red, green, blue in the luminance Y; their sum is 1. */
  public double[] luminanceWeights() {
    return new double[] {toXyzD65.at(1, 0), toXyzD65.at(1, 1), toXyzD65.at(1, 2)};
  }

  /** Linear to encoded; both 0 at black and 1 at white. */
  public double encode(double linear) {
    if (!curved) {
      return linear;
    }
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }

  /** Encoded to linear: the inverse of {@link #encode}. */
  public double decode(double encoded) {
    if (!curved) {
      return encoded;
    }
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }
}
