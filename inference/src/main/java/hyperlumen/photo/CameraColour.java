package hyperlumen.photo;

import java.util.List;
import java.util.Optional;

/**
 * How a file says camera colours relate to XYZ (DNG 1.7 chapter 6): matrices are row-major 3x3.
 *
 * @param calibrations one to three, each for one illuminant
 * @param analogBalance gains the camera has applied to the raw values already (1, 1, 1 if absent)
 * @param asShotNeutral the white of the scene in camera RGB, largest component 1
 * @param baselineExposure stops to add for a normal rendering (BaselineExposure plus offset)
 * @param profile tags of a DNG that describe camera and profile otherwise (name, hue and saturation
 *     maps, tone curve), as stored, to be carried to another DNG
 */
public record CameraColour(
    List<Calibration> calibrations,
    double[] analogBalance,
    double[] asShotNeutral,
    double baselineExposure,
    List<ExifEntry> profile) {

  /**
   * The matrices measured under one illuminant.
   *
   * @param illuminant EXIF LightSource value (17 = standard light A, 21 = D65, ...)
   * @param colorMatrix XYZ to reference camera RGB
   * @param cameraCalibration reference camera to this camera, identity if absent
   * @param forwardMatrix white-balanced camera RGB to XYZ D50, if the file has it
   */
  public record Calibration(
      int illuminant,
      double[] colorMatrix,
      double[] cameraCalibration,
      Optional<double[]> forwardMatrix) {}

  public CameraColour {
    calibrations = List.copyOf(calibrations);
    profile = List.copyOf(profile);
  }

  /** Colours of a camera of which no other tags are known. */
  public CameraColour(
      List<Calibration> calibrations,
      double[] analogBalance,
      double[] asShotNeutral,
      double baselineExposure) {
    this(calibrations, analogBalance, asShotNeutral, baselineExposure, List.of());
  }

  /**
   * White-balance gains (red, green, blue) that make the as-shot neutral grey, green = 1: 1 /
   * neutral, scaled.
   */
  public double[] asShotGains() {
    double green = asShotNeutral[1];
    return new double[] {green / asShotNeutral[0], 1, green / asShotNeutral[2]};
  }
}
