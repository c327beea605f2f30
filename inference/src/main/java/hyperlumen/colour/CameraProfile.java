package hyperlumen.colour;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import java.util.Comparator;
import java.util.List;

/**
 * Camera RGB to XYZ D50 through a file's matrices, after DNG 1.7 chapter 6: matrices interpolated
 * by the white's inverse temperature, forward matrix if there is one, else one made of the colour
 * matrix and Bradford adaptation from the light of the white's temperature.
 *
 * <p>A "neutral" is the white of the scene in raw camera RGB, green 1. Without usable matrices the
 * camera is taken to see linear sRGB. Immutable.
 */
public final class CameraProfile {

  /** The iteration usually settles in 3 to 5 rounds; 30 is the DNG SDK's bound. */
  private static final int MAX_ROUNDS = 30;

  private static final double SETTLED = 1e-7;

  private final List<Reference> references;
  private final Matrix3 analogBalance;
  private final double[] asShotNeutral;

  /** One calibration, checked. Forward may be null: then the colour matrix is used. */
  private record Reference(double kelvin, Matrix3 colour, Matrix3 calibration, Matrix3 forward) {

    static Reference mix(Reference a, Reference b, double weight) {
      Matrix3 forward =
          a.forward == null || b.forward == null ? null : a.forward.mixedWith(b.forward, weight);
      return new Reference(
          0,
          a.colour.mixedWith(b.colour, weight),
          a.calibration.mixedWith(b.calibration, weight),
          forward);
    }
  }

  /** The profile of a file. */
  public CameraProfile(CameraColour colour) {
    references =
        colour.calibrations().stream()
            .filter(c -> isUsable(c.colorMatrix()))
            .map(CameraProfile::reference)
            .sorted(Comparator.comparingDouble(Reference::kelvin))
            .toList();
    analogBalance =
        isPositive(colour.analogBalance())
            ? Matrix3.diagonal(colour.analogBalance())
            : Matrix3.IDENTITY;
    asShotNeutral =
        isPositive(colour.asShotNeutral())
            ? greenOne(colour.asShotNeutral())
            : neutral(Chromaticity.D65);
  }

  private static Reference reference(Calibration c) {
    Matrix3 calibration =
        isUsable(c.cameraCalibration()) ? new Matrix3(c.cameraCalibration()) : Matrix3.IDENTITY;
    Matrix3 forward =
        c.forwardMatrix().filter(CameraProfile::isUsable).map(Matrix3::new).orElse(null);
    if (forward != null) {
      // White must become exactly D50; files round their numbers to four digits.
      double[] white = forward.times(1, 1, 1);
      double[] d50 = Chromaticity.D50.xyz();
      forward =
          Matrix3.diagonal(d50[0] / white[0], d50[1] / white[1], d50[2] / white[2]).times(forward);
    }
    return new Reference(
        Illuminant.kelvin(c.illuminant()), new Matrix3(c.colorMatrix()), calibration, forward);
  }

  private static boolean isUsable(double[] matrix) {
    return matrix != null && matrix.length == 9 && new Matrix3(matrix).isInvertible();
  }

  private static boolean isPositive(double[] v) {
    boolean positive = v != null && v.length >= 3;
    for (int c = 0; positive && c < 3; c++) {
      positive = v[c] > 0 && Double.isFinite(v[c]);
    }
    return positive;
  }

  private static double[] greenOne(double[] v) {
    return new double[] {v[0] / v[1], 1, v[2] / v[1]};
  }

  /** The as-shot white in raw camera RGB, green 1. */
  public double[] asShotNeutral() {
    return asShotNeutral.clone();
  }

  /** The chromaticity of the light under which raw camera RGB {@code neutral} is white. */
  public Chromaticity white(double... neutral) {
    Chromaticity white = Chromaticity.D50;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Chromaticity next = Chromaticity.ofXyz(xyzToCamera(white).inverse().times(neutral));
      if (!next.isWhite()) {
        return Chromaticity.D65;
      }
      double moved = Math.abs(next.x() - white.x()) + Math.abs(next.y() - white.y());
      if (moved < SETTLED) {
        return next;
      }
      boolean oscillates = round > MAX_ROUNDS / 2;
      white =
          oscillates
              ? new Chromaticity((next.x() + white.x()) / 2, (next.y() + white.y()) / 2)
              : next;
    }
    return white;
  }

  /** The white of a light in raw camera RGB, green 1: the inverse of {@link #white}. */
  public double[] neutral(Chromaticity white) {
    double[] camera = xyzToCamera(white).times(white.xyz());
    for (int c = 0; c < 3; c++) {
      // A light the camera's matrix sees as negative cannot be balanced; keep the gain finite.
      camera[c] = Math.max(camera[c], 1e-3);
    }
    return greenOne(camera);
  }

  /**
   * White-balanced camera RGB to XYZ D50: (1, 1, 1) becomes the white of D50 with Y = 1.
   *
   * @param neutral the white in raw camera RGB, by which the input was divided
   */
  public Matrix3 balancedToXyzD50(double... neutral) {
    Chromaticity white = white(neutral);
    Reference at = interpolated(white);
    Matrix3 balance = Matrix3.diagonal(neutral);
    if (at.forward != null) {
      Matrix3 toReference = analogBalance.times(at.calibration);
      if (toReference.isInvertible()) {
        double[] n = toReference.inverse().times(neutral);
        if (isPositive(n)) {
          Matrix3 divided = Matrix3.diagonal(1 / n[0], 1 / n[1], 1 / n[2]);
          return at.forward.times(divided).times(toReference.inverse()).times(balance);
        }
      }
    }
    // The tint has been balanced in camera space; what is left to adapt is a light of the white's
    // temperature.
    Chromaticity light = Illuminant.light(Temperature.of(white).kelvin());
    Matrix3 xyzToCamera = xyzToCamera(light);
    double[] seen = xyzToCamera.times(light.xyz());
    if (!isPositive(seen)) {
      Matrix3 matrix = white.adaptationTo(Chromaticity.D50).times(xyzToCamera(white).inverse());
      Matrix3 balanced = matrix.times(Matrix3.diagonal(neutral));
      return balanced.scaled(1 / balanced.times(1, 1, 1)[1]);
    }
    Matrix3 matrix =
        light
            .adaptationTo(Chromaticity.D50)
            .times(xyzToCamera.inverse())
            .times(Matrix3.diagonal(seen));
    return matrix.scaled(1 / matrix.times(1, 1, 1)[1]);
  }

  private Matrix3 xyzToCamera(Chromaticity white) {
    Reference at = interpolated(white);
    Matrix3 matrix = analogBalance.times(at.calibration).times(at.colour);
    return matrix.isInvertible() ? matrix : ColourSpace.SRGB.fromXyzD65();
  }

  private Reference interpolated(Chromaticity white) {
    if (references.isEmpty()) {
      return new Reference(0, ColourSpace.SRGB.fromXyzD65(), Matrix3.IDENTITY, null);
    }
    Reference last = references.getLast();
    if (references.size() == 1 || last.kelvin == 0) {
      return last;
    }
    double kelvin = Temperature.of(white).kelvin();
    Reference below = null;
    for (Reference above : references) {
      if (above.kelvin == 0) {
        continue;
      }
      if (kelvin <= above.kelvin) {
        return below == null ? above : Reference.mix(below, above, weight(kelvin, below, above));
      }
      below = above;
    }
    return last;
  }

  /** Linear in inverse temperature: 0 at {@code below}, 1 at {@code above}. */
  private static double weight(double kelvin, Reference below, Reference above) {
    return (1 / below.kelvin - 1 / kelvin) / (1 / below.kelvin - 1 / above.kelvin);
  }
}
