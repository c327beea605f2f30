package hyperlumen.read.dng;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.ExifEntry;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a DNG says about its camera's colours and noise (DNG 1.7, chapter 6). */
final class ColourReader {

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  private static final int[][] TAGS = {
    {
      DngTag.CALIBRATION_ILLUMINANT_1,
      DngTag.COLOR_MATRIX_1,
      DngTag.CAMERA_CALIBRATION_1,
      DngTag.FORWARD_MATRIX_1
    },
    {
      DngTag.CALIBRATION_ILLUMINANT_2,
      DngTag.COLOR_MATRIX_2,
      DngTag.CAMERA_CALIBRATION_2,
      DngTag.FORWARD_MATRIX_2
    },
    {
      DngTag.CALIBRATION_ILLUMINANT_3,
      DngTag.COLOR_MATRIX_3,
      DngTag.CAMERA_CALIBRATION_3,
      DngTag.FORWARD_MATRIX_3
    },
  };

  /**
   * UniqueCameraModel, LocalizedCameraModel, BaselineNoise, BaselineSharpness, LinearResponseLimit,
   * CameraSerialNumber, LensInfo, ShadowScale, AsShotProfileName, ProfileName, ProfileHueSatMap
   * (Dims, Data1, Data2, Data3, Encoding), ProfileToneCurve, ProfileEmbedPolicy, ProfileCopyright,
   * ProfileLookTable (Dims, Data, Encoding), DefaultBlackRender: they hold for the camera, not for
   * one file's mosaic.
   */
  private static final int[] PROFILE_TAGS = {
    50708, 50709, 50731, 50732, 50734, 50735, 50736, 50739, 50934, 50936, 50937, 50938, 50939,
    50940, 50941, 50942, 50981, 50982, 51107, 51108, 51110, 52537
  };

  /** Maps of 90 x 30 x 30 colours have a megabyte. */
  private static final long MAX_PROFILE_BYTES = 8 << 20;

  private final RawDirectory directory;

  ColourReader(RawDirectory directory) {
    this.directory = directory;
  }

  CameraColour read() throws PhotoException {
    List<Calibration> calibrations = new ArrayList<>();
    boolean calibrated =
        signature(DngTag.CAMERA_CALIBRATION_SIGNATURE)
            .equals(signature(DngTag.PROFILE_CALIBRATION_SIGNATURE));
    for (int[] tags : TAGS) {
      Optional<double[]> matrix = directory.numbers(tags[1], 9);
      if (matrix.isEmpty()) {
        continue;
      }
      double[] calibration = IDENTITY;
      if (calibrated) {
        calibration = directory.numbers(tags[2], 9).orElse(IDENTITY);
      }
      calibrations.add(
          new Calibration(
              (int) directory.number(tags[0], 0),
              matrix.get(),
              calibration,
              directory.numbers(tags[3], 9)));
    }
    double[] balance =
        directory
            .numbers(DngTag.ANALOG_BALANCE, 3)
            .filter(ColourReader::isPositive)
            .orElse(new double[] {1, 1, 1});
    double exposure =
        directory.number(DngTag.BASELINE_EXPOSURE, 0)
            + directory.number(DngTag.BASELINE_EXPOSURE_OFFSET, 0);
    return new CameraColour(
        calibrations,
        balance,
        neutral(calibrations, balance),
        Math.clamp(exposure, -20, 20),
        profile());
  }

  /** What a monochrome camera has of them: its white is (1, 1, 1). */
  CameraColour readWithoutColours() throws PhotoException {
    double[] ones = {1, 1, 1};
    return new CameraColour(List.of(), ones, ones, read().baselineExposure());
  }

  private List<ExifEntry> profile() {
    List<ExifEntry> kept = new ArrayList<>();
    long room = MAX_PROFILE_BYTES;
    for (int tag : PROFILE_TAGS) {
      Optional<Entry> found = directory.find(tag);
      if (found.isEmpty() || found.get().byteLength() > room) {
        continue;
      }
      Entry entry = found.get();
      try {
        Bytes value = new Bytes(entry.littleEndianBytes());
        room -= value.length();
        kept.add(
            new ExifEntry(
                ExifEntry.Directory.MAIN, tag, entry.type().code(), (int) entry.count(), value));
      } catch (PhotoException e) {
        // A profile is not worth losing the photo for; where the pixels are cut they tell.
        room = 0;
      }
    }
    return kept;
  }

  /** The noise profile averaged over its planes. */
  Optional<NoiseProfile> noise() throws PhotoException {
    Optional<Entry> entry = directory.find(DngTag.NOISE_PROFILE);
    if (entry.isEmpty() || entry.get().count() < 2 || entry.get().count() > 8) {
      return Optional.empty();
    }
    double[] values = entry.get().numbers(8);
    int planes = values.length / 2;
    double shot = 0;
    double read = 0;
    for (int i = 0; i < planes; i++) {
      shot += values[2 * i] / planes;
      read += values[2 * i + 1] / planes;
    }
    // Some cameras fit a slightly negative constant; a variance cannot be.
    read = Math.max(0, read);
    if (!(shot > 0 && shot < 1 && read < 1)) {
      return Optional.empty();
    }
    return Optional.of(new NoiseProfile(shot, read));
  }

  private double[] neutral(List<Calibration> calibrations, double[] balance) throws PhotoException {
    Optional<double[]> stated =
        directory.numbers(DngTag.AS_SHOT_NEUTRAL, 3).filter(ColourReader::isPositive);
    if (stated.isPresent()) {
      return scaled(stated.get());
    }
    if (calibrations.isEmpty()) {
      return new double[] {1, 1, 1};
    }
    double[] xy =
        directory
            .numbers(DngTag.AS_SHOT_WHITE_XY, 2)
            .filter(ColourReader::isPositive)
            .orElse(WhitePoint.D55);
    double[] neutral = WhitePoint.neutral(xy, calibrations, balance);
    return isPositive(neutral) ? scaled(neutral) : new double[] {1, 1, 1};
  }

  private String signature(int tag) throws PhotoException {
    Optional<Entry> entry = directory.find(tag);
    return entry.isEmpty() ? "" : entry.get().ascii();
  }

  private static boolean isPositive(double[] values) {
    for (double value : values) {
      if (!(value > 1e-6 && value < 1e6)) {
        return false;
      }
    }
    return true;
  }

  /** Scaled so that the largest component is 1. */
  private static double[] scaled(double[] neutral) {
    double largest = Math.max(neutral[0], Math.max(neutral[1], neutral[2]));
    return new double[] {neutral[0] / largest, neutral[1] / largest, neutral[2] / largest};
  }
}
