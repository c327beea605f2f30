package hyperlumen.ui.viewer;

import hyperlumen.photo.Size;
import hyperlumen.ui.image.TilePyramid;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A small square that shows a place of one picture enlarged. For the FX thread. */
final class Loupe extends Region {

  /** Side in units of the scene. */
  static final double SIDE = 168;

  /** How much more than the pane it enlarges. */
  private static final double FACTOR = 4;

  private final PictureLayer layer;

  Loupe(PictureEngine engine) {
    layer = new PictureLayer(engine);
    layer.setManaged(false);
    getStyleClass().add("loupe");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    Region frame = new Region();
    frame.getStyleClass().add("loupe-frame");
    frame.setManaged(false);
    frame.resize(SIDE, SIDE);
    layer.setClip(new Rectangle(SIDE, SIDE));
    getChildren().addAll(layer, frame);
  }

  /** The part of the picture around (x, y), in its pixels, at four times the zoom of the pane. */
  static View around(View pane, double x, double y, double scale) {
    double zoom = Math.clamp(FACTOR * pane.zoom(), 2, Viewport.MAXIMUM_ZOOM);
    double half = SIDE * scale / 2 / zoom;
    return new View(zoom, x - half, y - half);
  }

  /** Shows {@code pyramid} around its picture point (x, y). */
  void show(TilePyramid pyramid, View pane, double x, double y, double scale) {
    Size size = pyramid.source().size();
    boolean inside = x >= 0 && y >= 0 && x < size.width() && y < size.height();
    setVisible(inside);
    layer.setPyramid(inside ? pyramid : null);
    layer.resize(SIDE, SIDE);
    layer.setView(around(pane, x, y, scale), scale);
    resize(SIDE, SIDE);
  }

  void hide() {
    setVisible(false);
    layer.setPyramid(null);
  }
}
