package hyperlumen.ui.viewer;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.TilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;

/**
 * Where the pointer is, and what follows it or is drawn over the pictures: stored values, loupes,
 * the tile under it, the selected region. For the FX thread.
 */
final class Pointing {

  private final PaneSet panes;
  private final SlotPyramids pictures;
  private final PaneChoice choice;
  private final LinkedViewports ports;
  private final SplitDivider divider;
  private final ProbeReader probe;
  private final DoubleSupplier deviceScale;
  private final ObjectProperty<Region> selection = new SimpleObjectProperty<>(this, "selection");
  private final ObjectProperty<TilePlan> tilePlan = new SimpleObjectProperty<>(this, "tilePlan");
  private final BooleanProperty loupe = new SimpleBooleanProperty(this, "loupe");
  private int active = 1;
  private Point2D pointer;

  Pointing(
      PaneSet panes,
      SlotPyramids pictures,
      PaneChoice choice,
      LinkedViewports ports,
      SplitDivider divider,
      ProbeReader probe,
      DoubleSupplier deviceScale) {
    this.panes = panes;
    this.pictures = pictures;
    this.choice = choice;
    this.ports = ports;
    this.divider = divider;
    this.probe = probe;
    this.deviceScale = deviceScale;
    selection.addListener(o -> mark());
    tilePlan.addListener(o -> mark());
    loupe.addListener(o -> showLoupes());
  }

  /** The selected part of the first picture; null if none is. */
  ObjectProperty<Region> selectionProperty() {
    return selection;
  }

  /** The tiles drawn over the pictures; null if they are not. */
  ObjectProperty<TilePlan> tilePlanProperty() {
    return tilePlan;
  }

  /** Whether a loupe follows the pointer in every pane. */
  BooleanProperty loupeProperty() {
    return loupe;
  }

  /** Zoom and pan of the pane that was pointed at last. */
  Viewport viewport() {
    return ports.port(active);
  }

  /** From here on the viewport is that of the pane at (x, y) of the viewer. */
  void activate(double x, double y) {
    active = panes.paneAt(x, y, divider);
  }

  /** If the pane pointed at does not show any more, another one takes its place. */
  void panesChanged() {
    if (!panes.shows(active) && !panes.shown().isEmpty()) {
      active = panes.shown().getLast();
    }
    mark();
  }

  /** (x, y) of the viewer as device pixels of the active pane. */
  Point2D inPane(double x, double y) {
    return panes.inPane(active, x, y, deviceScale.getAsDouble());
  }

  /** The point under (x, y) of the active pane, in pixels of a picture of size {@code of}. */
  Point2D pictureAt(double x, double y, Size of) {
    Point2D at = inPane(x, y);
    View in = viewport().view();
    double factor = of.width() / (double) choice.size(active).width();
    return new Point2D(in.pictureX(at.getX()) * factor, in.pictureY(at.getY()) * factor);
  }

  /** The pointer is at (x, y) of the viewer, over the active pane. */
  void pointAt(double x, double y, boolean allPanes) {
    pointer = new Point2D(x, y);
    List<ProbeReader.Place> places = new ArrayList<>();
    List<Slot> shown = choice.shown();
    Point2D at = inPane(x, y);
    int count = allPanes ? shown.size() : Math.min(2, shown.size());
    for (int i = 0; i < count; i++) {
      View in = ports.port(i).view();
      places.add(
          new ProbeReader.Place(shown.get(i), in.pictureX(at.getX()), in.pictureY(at.getY())));
    }
    probe.read(places, Math.max(0, Math.min(active, count - 1)));
    if (tilePlan.get() != null) {
      mark();
    }
    showLoupes();
  }

  /** The pointer has left the viewer. */
  void end() {
    pointer = null;
    probe.clear();
    mark();
    showLoupes();
  }

  /** Draws region and tiles over every pane. */
  void mark() {
    if (!pictures.slots().isEmpty()) {
      Size scene = pictures.slots().getFirst().picture().size();
      panes.mark(scene, selection.get(), tilePlan.get(), tileUnderPointer());
    }
  }

  private int tileUnderPointer() {
    TilePlan plan = tilePlan.get();
    if (plan == null || pointer == null) {
      return -1;
    }
    Point2D at = pictureAt(pointer.getX(), pointer.getY(), plan.picture());
    return plan.tileAt((int) Math.floor(at.getX()), (int) Math.floor(at.getY()));
  }

  void showLoupes() {
    if (loupe.get() && pointer != null && !pictures.slots().isEmpty()) {
      panes.showLoupes(pictures, choice.shown(), active, pointer, deviceScale.getAsDouble());
    } else {
      panes.hideLoupes();
    }
  }

  /** Selects what the active pane shows. */
  void selectVisible() {
    visible().ifPresent(selection::set);
  }

  /** What the active pane shows, in pixels of the first picture; empty if it shows nothing. */
  Optional<Region> visible() {
    if (pictures.slots().isEmpty() || viewport().paneWidth() < 1) {
      return Optional.empty();
    }
    View now = viewport().view();
    Size scene = pictures.slots().getFirst().picture().size();
    double factor = scene.width() / (double) choice.size(active).width();
    return Optional.ofNullable(
        Selections.between(
            scene,
            now.originX() * factor,
            now.originY() * factor,
            now.pictureX(viewport().paneWidth()) * factor,
            now.pictureY(viewport().paneHeight()) * factor));
  }
}
