package hyperlumen.write;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.ExifEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The tags of a DNG's main directory that describe the camera's colours (DNG 1.7, chapter 6). */
final class DngColourTags {

  private static final int MAKE = 271;
  private static final int MODEL = 272;
  private static final int UNIQUE_CAMERA_MODEL = 50708;
  private static final int UNKNOWN_LIGHT = 0;

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** XYZ (D65) to linear sRGB, IEC 61966-2-1: for a camera of which nothing is known. */
  private static final double[] XYZ_TO_SRGB = {
    3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.2040, 1.0570
  };

  /** Illuminant, ColorMatrix, CameraCalibration, ForwardMatrix of the three calibrations. */
  private static final int[][] TAGS = {
    {50778, 50721, 50723, 50964}, {50779, 50722, 50724, 50965}, {52529, 52531, 52530, 52532}
  };

  private DngColourTags() {}

  /** Puts the tags for {@code colour}; {@code exif} names the camera where the profile does not. */
  static void put(IfdBuilder main, CameraColour colour, List<ExifEntry> exif) {
    for (ExifEntry entry : colour.profile()) {
      main.put(entry.tag(), entry.type(), entry.count(), entry.value().array());
    }
    if (!main.has(UNIQUE_CAMERA_MODEL)) {
      main.putText(UNIQUE_CAMERA_MODEL, cameraModel(exif));
    }
    List<Calibration> calibrations = colour.calibrations();
    if (calibrations.isEmpty()) {
      main.putShorts(TAGS[0][0], 21);
      main.putSignedRationals(TAGS[0][1], XYZ_TO_SRGB);
    }
    for (int i = 0; i < Math.min(TAGS.length, calibrations.size()); i++) {
      Calibration calibration = calibrations.get(i);
      if (calibration.illuminant() != UNKNOWN_LIGHT) {
        main.putShorts(TAGS[i][0], calibration.illuminant());
      }
      main.putSignedRationals(TAGS[i][1], calibration.colorMatrix());
      if (!Arrays.equals(calibration.cameraCalibration(), IDENTITY)) {
        main.putSignedRationals(TAGS[i][2], calibration.cameraCalibration());
      }
      int forward = TAGS[i][3];
      calibration.forwardMatrix().ifPresent(matrix -> main.putSignedRationals(forward, matrix));
    }
    main.putRationals(50727, colour.analogBalance());
    main.putRationals(50728, colour.asShotNeutral());
    main.putSignedRationals(50730, colour.baselineExposure());
  }

  /** Maker and model, the maker once. */
  private static String cameraModel(List<ExifEntry> exif) {
    String make = text(exif, MAKE);
    String model = text(exif, MODEL);
    String both = model.startsWith(make) ? model : make + " " + model;
    return both.isBlank() ? "Unknown camera" : both.strip();
  }

  private static String text(List<ExifEntry> exif, int tag) {
    for (ExifEntry entry : exif) {
      if (entry.directory() == ExifEntry.Directory.MAIN && entry.tag() == tag) {
        String text = new String(entry.value().array(), StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
      }
    }
    return "";
  }
}
