package hyperlumen.ui.viewer;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.TilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.MenuItem;
import javafx.scene.shape.Rectangle;

/**
 * The panes of the viewer with their captions and loupes, and where they lie. Decides nothing: the
 * viewer says what shows. For the FX thread.
 */
final class PaneSet {

  private static final double MARGIN = 10;

  private final List<Pane> panes = new ArrayList<>();
  private final List<PaneCaption> captions = new ArrayList<>();
  private final List<Loupe> loupes = new ArrayList<>();
  private final Rectangle firstClip = new Rectangle();
  private PaneLayout layout = new PaneLayout(1, 1, 1);
  private boolean split;

  PaneSet(
      PictureEngine engine,
      int count,
      Supplier<List<Slot>> slots,
      BiConsumer<Integer, String> choose,
      Supplier<List<MenuItem>> more) {
    for (int i = 0; i < count; i++) {
      int pane = i;
      panes.add(new Pane(engine));
      panes.getLast().getStyleClass().add("pane-" + i);
      captions.add(new PaneCaption(slots, key -> choose.accept(pane, key), more));
      loupes.add(new Loupe(engine));
    }
  }

  List<Pane> panes() {
    return panes;
  }

  List<PaneCaption> captions() {
    return captions;
  }

  List<Loupe> loupes() {
    return loupes;
  }

  PaneLayout layout() {
    return layout;
  }

  boolean shows(int pane) {
    return panes.get(pane).isVisible();
  }

  /** The panes that show, in their order. */
  List<Integer> shown() {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < panes.size(); i++) {
      if (shows(i)) {
        shown.add(i);
      }
    }
    return shown;
  }

  /** The pane at (x, y), where {@code divider} is the share before it in split mode. */
  int paneAt(double x, double y, SplitDivider divider) {
    if (split) {
      double at = divider.isVertical() ? x / layout.paneWidth() : y / layout.paneHeight();
      return at < divider.positionProperty().get() ? 0 : 1;
    }
    List<Integer> shown = shown();
    int place = Math.clamp(layout.paneAt(x, y), 0, Math.max(0, shown.size() - 1));
    return shown.isEmpty() ? 0 : layout.columns() == 1 ? shown.getLast() : shown.get(place);
  }

  /** (x, y) of the viewer as device pixels of the pane there. */
  Point2D inPane(int pane, double x, double y, double scale) {
    return new Point2D((x - layout.x(pane)) * scale, (y - layout.y(pane)) * scale);
  }

  /** Puts everything in its place. */
  void place(PaneLayout where, LinkedViewports ports, List<Size> sizes, double scale) {
    layout = where;
    for (int i = 0; i < panes.size(); i++) {
      Pane pane = panes.get(i);
      pane.resizeRelocate(where.x(i), where.y(i), where.paneWidth(), where.paneHeight());
      if (i < sizes.size()) {
        pane.setView(ports.port(i).view(), sizes.get(i), scale);
      }
      PaneCaption caption = captions.get(i);
      caption.autosize();
      caption.relocate(where.x(i) + MARGIN, where.y(i) + MARGIN);
    }
  }

  /**
   * Cuts the first pane off at the divider.
   *
   * @param divider null if there is no divider
   */
  void splitAt(SplitDivider divider, double width, double height) {
    split = divider != null;
    Pane first = panes.getFirst();
    if (!split) {
      first.setClip(null);
      captions.get(1).setAlignment(Pos.TOP_LEFT);
      return;
    }
    first.setClip(firstClip);
    boolean vertical = divider.isVertical();
    double at = divider.positionProperty().get();
    double line = first.snapPositionX(at * (vertical ? width : height));
    firstClip.setWidth(vertical ? line : width);
    firstClip.setHeight(vertical ? height : line);
    double half = Math.floor(SplitDivider.GRIP / 2);
    PaneCaption second = captions.get(1);
    second.setAlignment(vertical ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    if (vertical) {
      divider.resizeRelocate(line - half, 0, SplitDivider.GRIP, height);
      second.relocate(width - second.getWidth() - MARGIN, MARGIN);
    } else {
      divider.resizeRelocate(0, line - half, width, SplitDivider.GRIP);
      second.relocate(MARGIN, height - second.getHeight() - MARGIN);
    }
  }

  /** Puts the caption of the first pane under that of the second: what is subtracted from what. */
  void stackCaptions() {
    PaneCaption second = captions.get(1);
    captions.getFirst().relocate(MARGIN, second.getLayoutY() + second.getHeight() + 4);
  }

  void mark(Size scene, Region selection, TilePlan plan, int tile) {
    panes.forEach(pane -> pane.setMarks(scene, selection, plan, tile));
  }

  /**
   * Shows a loupe in every pane at the place that corresponds to (x, y) of the viewer.
   *
   * @param picturesOf the panes whose picture is to be enlarged; they need not show
   */
  void showLoupes(SlotPyramids pictures, List<Slot> picturesOf, int pointed, Point2D at, double k) {
    double left = at.getX() - layout.x(pointed);
    double top = at.getY() - layout.y(pointed);
    for (int i = 0; i < loupes.size(); i++) {
      Loupe loupe = loupes.get(i);
      boolean wanted = i < picturesOf.size() && (layout.columns() == 1 ? i < 2 : shows(i));
      if (!wanted) {
        loupe.hide();
        continue;
      }
      View view = panes.get(shows(i) ? i : pointed).view();
      loupe.show(
          pictures.pyramid(picturesOf.get(i)),
          view,
          view.pictureX(left * k),
          view.pictureY(top * k),
          k);
      // Two loupes in one place stand next to each other, the pointer between them.
      double shift = layout.columns() > 1 || picturesOf.size() < 2 ? Loupe.SIDE / 2 : 0;
      double x = layout.columns() > 1 || i == 1 || picturesOf.size() < 2 ? -shift : -Loupe.SIDE;
      loupe.relocate(
          Math.rint(layout.x(i) + left + x), Math.rint(layout.y(i) + top - Loupe.SIDE / 2));
    }
  }

  void hideLoupes() {
    loupes.forEach(Loupe::hide);
  }
}
