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
}
