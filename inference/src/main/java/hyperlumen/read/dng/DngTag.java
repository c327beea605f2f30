package hyperlumen.read.dng;

/** Numbers of the tags that DNG adds to TIFF (DNG 1.7, chapters 4 to 6). */
final class DngTag {

  static final int JPEG_TABLES = 347;
  static final int CFA_REPEAT_PATTERN_DIM = 33421;
  static final int CFA_PATTERN = 33422;
  static final int DNG_VERSION = 50706;
  static final int CFA_PLANE_COLOR = 50710;
  static final int CFA_LAYOUT = 50711;
  static final int LINEARIZATION_TABLE = 50712;
  static final int BLACK_LEVEL_REPEAT_DIM = 50713;
  static final int BLACK_LEVEL = 50714;
  static final int BLACK_LEVEL_DELTA_H = 50715;
  static final int BLACK_LEVEL_DELTA_V = 50716;
  static final int WHITE_LEVEL = 50717;
  static final int DEFAULT_SCALE = 50718;
  static final int DEFAULT_CROP_ORIGIN = 50719;
  static final int DEFAULT_CROP_SIZE = 50720;
  static final int COLOR_MATRIX_1 = 50721;
  static final int COLOR_MATRIX_2 = 50722;
  static final int CAMERA_CALIBRATION_1 = 50723;
  static final int CAMERA_CALIBRATION_2 = 50724;
  static final int ANALOG_BALANCE = 50727;
  static final int AS_SHOT_NEUTRAL = 50728;
  static final int AS_SHOT_WHITE_XY = 50729;
  static final int BASELINE_EXPOSURE = 50730;
  static final int CALIBRATION_ILLUMINANT_1 = 50778;
  static final int CALIBRATION_ILLUMINANT_2 = 50779;
  static final int ACTIVE_AREA = 50829;
  static final int MASKED_AREAS = 50830;
  static final int CAMERA_CALIBRATION_SIGNATURE = 50931;
  static final int PROFILE_CALIBRATION_SIGNATURE = 50932;
  static final int FORWARD_MATRIX_1 = 50964;
  static final int FORWARD_MATRIX_2 = 50965;
  static final int OPCODE_LIST_1 = 51008;
  static final int OPCODE_LIST_2 = 51009;
  static final int OPCODE_LIST_3 = 51022;
  static final int NOISE_PROFILE = 51041;
  static final int BASELINE_EXPOSURE_OFFSET = 51109;
  static final int CALIBRATION_ILLUMINANT_3 = 52529;
  static final int CAMERA_CALIBRATION_3 = 52530;
  static final int COLOR_MATRIX_3 = 52531;
  static final int FORWARD_MATRIX_3 = 52532;

  /** PhotometricInterpretation of a colour filter mosaic. */
  static final int PHOTOMETRIC_CFA = 32803;

  /** PhotometricInterpretation of demosaiced camera RGB. */
  static final int PHOTOMETRIC_LINEAR_RAW = 34892;

  private DngTag() {}
}
