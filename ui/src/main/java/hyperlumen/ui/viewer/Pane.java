package hyperlumen.ui.viewer;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.TilePlan;
import hyperlumen.ui.image.TilePyramid;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * One picture with what is drawn over it: the selected region, the network's tiles, the pixels'
 * values. For the FX thread.
 */
final class Pane extends javafx.scene.layout.Region {

  private static final Color SELECTION = Color.web("#ffcc33");
  private static final Color TILE = Color.web("#33ddff", 0.8);

  private final PictureLayer layer;
  private final Canvas marks = new Canvas();
  private final PixelGrid grid;
  private PictureSource picture;
  private View view = new View(1, 0, 0);
  private double scale = 1;
  private Size scene;
  private Region selection;
  private TilePlan plan;
  private int tile = -1;

  Pane(PictureEngine engine) {
    layer = new PictureLayer(engine);
    layer.setManaged(false);
    marks.setManaged(false);
    marks.setMouseTransparent(true);
    grid = new PixelGrid(engine, this::drawMarks);
    setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(layer, marks);
  }

  PixelGrid grid() {
    return grid;
  }

  /** Shows a pyramid the caller owns; null shows nothing. */
  void setPyramid(TilePyramid pyramid) {
    picture = pyramid == null ? null : pyramid.source();
    layer.setPyramid(pyramid);
  }

  /** The picture shown; null if there is none. */
  PictureSource picture() {
    return picture;
  }

  /**
   * Sets what shows.
   *
   * @param newView for a picture of the size {@code of}
   * @param deviceScale device pixels per unit of the scene
   */
  void setView(View newView, Size of, double deviceScale) {
    double factor = picture == null ? 1 : (double) picture.size().width() / of.width();
    view = newView.inPictureOf(factor);
    scale = deviceScale;
    layer.resize(getWidth(), getHeight());
    layer.setView(view, deviceScale);
    drawMarks();
  }

  /** What the pane shows, in the pixels of its own picture. */
  View view() {
    return view;
  }

  /**
   * Sets what is drawn over the picture.
   *
   * @param sceneSize the size of the picture to which the region refers
   * @param region selected; null if none
   * @param tilePlan null if it is not to be shown
   * @param marked the number of the tile whose halo shows; -1 if none
   */
  void setMarks(Size sceneSize, Region region, TilePlan tilePlan, int marked) {
    scene = sceneSize;
    selection = region;
    plan = tilePlan;
    tile = marked;
    drawMarks();
  }

  private void drawMarks() {
    boolean needed =
        picture != null
            && isVisible()
            && (selection != null || plan != null || PixelGrid.shows(view, scale));
    marks.setVisible(needed);
    if (!needed) {
      // A canvas keeps a texture of its size for as long as it has one.
      marks.setWidth(0);
      marks.setHeight(0);
      return;
    }
    marks.setWidth(getWidth());
    marks.setHeight(getHeight());
    GraphicsContext g = marks.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (PixelGrid.shows(view, scale)) {
      grid.draw(g, picture, view, scale);
    }
    if (plan != null) {
      drawPlan(g);
    }
    if (selection != null) {
      g.setLineWidth(1.5);
      g.setLineDashes(6, 4);
      outline(g, selection, scene, SELECTION);
      g.setLineDashes();
    }
  }

  private void drawPlan(GraphicsContext g) {
    g.setLineWidth(1);
    for (Region one : plan.tiles()) {
      outline(g, one, plan.picture(), TILE);
    }
    if (tile >= 0 && tile < plan.tiles().size()) {
      Region marked = plan.tiles().get(tile);
      g.setLineDashes(5, 5);
      outline(g, plan.computed(tile), plan.picture(), Color.WHITE);
      g.setLineDashes();
      g.setLineWidth(2.5);
      outline(g, marked, plan.picture(), TILE);
      g.setFill(Color.WHITE);
      g.setFont(Font.font(12));
      View of = view.inPictureOf((double) plan.picture().width() / picture.size().width());
      g.fillText(
          String.valueOf(tile + 1),
          Math.max(2, of.paneX(marked.x()) / scale + 6),
          Math.max(46, of.paneY(marked.y()) / scale + 16));
    }
  }

  private void outline(GraphicsContext g, Region region, Size of, Color colour) {
    View in = view.inPictureOf((double) of.width() / picture.size().width());
    double x = in.paneX(region.x()) / scale;
    double y = in.paneY(region.y()) / scale;
    double width = in.paneX(region.endX()) / scale - x;
    double height = in.paneY(region.endY()) / scale - y;
    if (x < getWidth() && y < getHeight() && x + width > 0 && y + height > 0) {
      g.setStroke(colour);
      g.strokeRect(Math.rint(x) + 0.5, Math.rint(y) + 0.5, Math.rint(width), Math.rint(height));
    }
  }
}
