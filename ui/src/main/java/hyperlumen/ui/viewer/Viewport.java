package hyperlumen.ui.viewer;

import hyperlumen.photo.Size;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Zoom and pan shared by panes of one size, in device pixels: 100 % shows one picture pixel on one
 * pixel of the screen, whatever the screen's scale.
 *
 * <p>A picture smaller than the pane is centred; a larger one always fills it. Zooming keeps the
 * picture point under the pointer in place. For the FX thread.
 */
public final class Viewport {

  /** 12800 %: a picture pixel is large enough to write its values into it, on fine screens too. */
  public static final double MAXIMUM_ZOOM = 128;

  /** Small pictures are not blown up beyond this by "fit". */
  static final double MAXIMUM_FIT = 8;

  private static final double TOLERANCE = 1e-6;

  private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View(1, 0, 0));
  private final ReadOnlyBooleanWrapper fitting = new ReadOnlyBooleanWrapper(true);
  private Size picture = new Size(1, 1);
  private double paneWidth = 1;
  private double paneHeight = 1;

  /** What the panes show at present. */
  public ReadOnlyObjectProperty<View> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** What the panes show at present. */
  public View view() {
    return view.get();
  }

  /** Whether the zoom follows the pane so that the whole picture shows. */
  public ReadOnlyBooleanProperty fittingProperty() {
    return fitting.getReadOnlyProperty();
  }

  /** Sets the picture's size; another size than before shows the whole picture. */
  public void setPicture(Size size) {
    if (!size.equals(picture)) {
      picture = size;
      fit();
    }
  }

  /** Sets the pane's size in device pixels; the picture point in its centre stays there. */
  public void setPane(double width, double height) {
    if (width == paneWidth && height == paneHeight) {
      return;
    }
    View old = view();
    double centreX = old.pictureX(paneWidth / 2);
    double centreY = old.pictureY(paneHeight / 2);
    paneWidth = Math.max(1, width);
    paneHeight = Math.max(1, height);
    if (fitting.get()) {
      fit();
    } else {
      show(old.zoom(), centreX - paneWidth / 2 / old.zoom(), centreY - paneHeight / 2 / old.zoom());
    }
  }

  /** Shows the whole picture as large as it goes. */
  public void fit() {
    fitting.set(true);
    show(fitZoom(), 0, 0);
  }

  /** The zoom at which the whole picture shows; small pictures grow by a whole factor. */
  public double fitZoom() {
    double zoom = Math.min(paneWidth / picture.width(), paneHeight / picture.height());
    return zoom < 1 ? zoom : Math.min(Math.floor(zoom), MAXIMUM_FIT);
  }

  /** Zooms about the pane's centre. */
  public void zoomTo(double zoom) {
    zoomTo(zoom, paneWidth / 2, paneHeight / 2);
  }

  /** Zooms so that the picture point under device pixel (x, y) of the pane stays there. */
  public void zoomTo(double zoom, double x, double y) {
    double limited = Math.clamp(zoom, Math.min(1, fitZoom()), MAXIMUM_ZOOM);
    View old = view();
    fitting.set(false);
    show(limited, old.pictureX(x) - x / limited, old.pictureY(y) - y / limited);
  }

  /**
   * Zooms to the next power of two in or out about device pixel (x, y); the last step out shows the
   * whole picture.
   *
   * @param steps how many powers; negative zooms out
   */
  public void zoomBy(int steps, double x, double y) {
    double exponent = Math.log(view().zoom()) / Math.log(2);
    double next =
        steps > 0
            ? Math.floor(exponent + TOLERANCE) + steps
            : Math.ceil(exponent - TOLERANCE) + steps;
    double zoom = Math.pow(2, next);
    if (steps < 0 && zoom <= fitZoom() * (1 + TOLERANCE)) {
      fit();
    } else {
      zoomTo(zoom, x, y);
    }
  }

  /** {@link #zoomBy(int, double, double)} about the pane's centre. */
  public void zoomBy(int steps) {
    zoomBy(steps, paneWidth / 2, paneHeight / 2);
  }

  /** Moves the picture by device pixels: positive x shows more of its left side. */
  public void panBy(double x, double y) {
    View old = view();
    show(old.zoom(), old.originX() - x / old.zoom(), old.originY() - y / old.zoom());
  }

  /** Shows just what {@code other}, of the same pane and picture size, shows. */
  void copy(Viewport other) {
    fitting.set(other.fitting.get());
    view.set(other.view());
  }

  /** Shows the picture point (x, y) in the pane's centre, even if that leaves a gap. */
  void place(double zoom, double x, double y) {
    fitting.set(false);
    view.set(new View(zoom, x - paneWidth / 2 / zoom, y - paneHeight / 2 / zoom));
  }

  /** The picture column in the pane's centre. */
  double centreX() {
    return view().pictureX(paneWidth / 2);
  }

  /** The picture row in the pane's centre. */
  double centreY() {
    return view().pictureY(paneHeight / 2);
  }

  /** Pane width in device pixels. */
  public double paneWidth() {
    return paneWidth;
  }

  /** Pane height in device pixels. */
  public double paneHeight() {
    return paneHeight;
  }

  private void show(double zoom, double originX, double originY) {
    view.set(
        new View(
            zoom,
            within(originX, picture.width(), paneWidth / zoom),
            within(originY, picture.height(), paneHeight / zoom)));
  }

  private static double within(double origin, double pictureLength, double shownLength) {
    if (pictureLength <= shownLength) {
      return (pictureLength - shownLength) / 2;
    }
    return Math.clamp(origin, 0, pictureLength - shownLength);
  }
}
