package hyperlumen.ui.studio;

/** Which photos the strip shows. */
public enum PhotoFilter {
  ALL,
  RAW,
  FINISHED,
  ENHANCED,
  FAILED;

  /** Whether it shows {@code photo}. */
  boolean shows(PhotoItem photo) {
    return switch (this) {
      case ALL -> true;
      case RAW -> photo.isRaw();
      case FINISHED -> !photo.isRaw();
      case ENHANCED -> photo.stateProperty().get() == PhotoItem.State.DONE;
      case FAILED -> photo.stateProperty().get() == PhotoItem.State.FAILED;
    };
  }
}
