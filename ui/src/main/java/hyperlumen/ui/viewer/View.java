package hyperlumen.ui.viewer;

/**
 * Which part of a picture a pane shows: device pixel (i, j) shows picture point (originX + i /
 * zoom, originY + j / zoom).
 *
 * @param zoom device pixels per picture pixel, above 0; 1 is 100 %
 * @param originX picture column at the pane's left edge; negative where the picture is centred
 * @param originY picture row at the pane's top edge
 */
public record View(double zoom, double originX, double originY) {

  /** The picture column under device column {@code x} of the pane. */
  public double pictureX(double x) {
    return originX + x / zoom;
  }

  /** The picture row under device row {@code y} of the pane. */
  public double pictureY(double y) {
    return originY + y / zoom;
  }

  /** The device column of the pane at which picture column {@code x} begins. */
  double paneX(double x) {
    return (x - originX) * zoom;
  }

  /** The device row of the pane at which picture row {@code y} begins. */
  double paneY(double y) {
    return (y - originY) * zoom;
  }

  /** The same part of the scene in a picture that is {@code factor} times as wide and high. */
  View inPictureOf(double factor) {
    return factor == 1 ? this : new View(zoom / factor, originX * factor, originY * factor);
  }
}
