package hyperlumen.ui.viewer;

import hyperlumen.photo.Size;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse and keyboard of the viewer: wheel zooms about the pointer, dragging pans, dragging with
 * Shift selects, a double click goes between "fit" and 100 %, arrows pan, plus and minus zoom,
 * Space flips, B and V held show before and the reference.
 */
final class CompareInput {

  /** What one notch of a mouse wheel reports; touchpads report it in small parts. */
  private static final double WHEEL_NOTCH = 40;

  private static final double KEY_PAN = 80;

  private final CompareView view;
  private double dragX;
  private double dragY;
  private double wheel;
  private Point2D selectionStart;

  private CompareInput(CompareView view) {
    this.view = view;
  }

  static void install(CompareView view) {
    CompareInput input = new CompareInput(view);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> view.setCursor(Cursor.DEFAULT));
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, input::click);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, input::move);
    view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> view.pointing().end());
    view.addEventHandler(ScrollEvent.SCROLL, input::scroll);
    view.addEventHandler(KeyEvent.KEY_PRESSED, input::keyPressed);
    view.addEventHandler(KeyEvent.KEY_RELEASED, input::keyReleased);
    view.focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                view.heldProperty().set(null);
              }
            });
  }

  /** The picture a held key shows in place of all others; null if the key shows none. */
  static Slot.Role heldBy(KeyCode key) {
    return switch (key) {
      case B -> Slot.Role.BEFORE;
      case V -> Slot.Role.REFERENCE;
      default -> null;
    };
  }

  private void press(MouseEvent e) {
    view.requestFocus();
    view.pointing().activate(e.getX(), e.getY());
    dragX = e.getX();
    dragY = e.getY();
    selectionStart = null;
    if (e.isShiftDown() && !view.slots().isEmpty()) {
      selectionStart = view.pointing().pictureAt(e.getX(), e.getY(), scene());
      view.setCursor(Cursor.CROSSHAIR);
    } else if (e.getButton() == MouseButton.PRIMARY) {
      view.setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void point(double x, double y) {
    view.pointing().pointAt(x, y, view.modeProperty().get() == CompareMode.GRID);
  }

  private Size scene() {
    return view.slots().getFirst().picture().size();
  }

  private void drag(MouseEvent e) {
    if (selectionStart != null) {
      Point2D end = view.pointing().pictureAt(e.getX(), e.getY(), scene());
      view.selectionProperty()
          .set(
              Selections.between(
                  scene(), selectionStart.getX(), selectionStart.getY(), end.getX(), end.getY()));
    } else {
      double scale = view.deviceScale();
      view.viewport().panBy((e.getX() - dragX) * scale, (e.getY() - dragY) * scale);
      dragX = e.getX();
      dragY = e.getY();
    }
    point(e.getX(), e.getY());
  }

  private void move(MouseEvent e) {
    view.pointing().activate(e.getX(), e.getY());
    point(e.getX(), e.getY());
  }

  private void click(MouseEvent e) {
    if (e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
      return;
    }
    if (e.isShiftDown()) {
      view.selectionProperty().set(null);
    } else if (e.getClickCount() == 2) {
      if (view.viewport().fittingProperty().get()) {
        Point2D at = view.pointing().inPane(e.getX(), e.getY());
        view.viewport().zoomTo(1, at.getX(), at.getY());
      } else {
        view.viewport().fit();
      }
    }
  }

  private void scroll(ScrollEvent e) {
    wheel += e.getDeltaY();
    int notches = (int) (wheel / WHEEL_NOTCH);
    if (notches != 0) {
      wheel -= notches * WHEEL_NOTCH;
      view.pointing().activate(e.getX(), e.getY());
      Point2D at = view.pointing().inPane(e.getX(), e.getY());
      view.viewport().zoomBy(Integer.signum(notches), at.getX(), at.getY());
      point(e.getX(), e.getY());
    }
    e.consume();
  }

  private void keyPressed(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    Viewport port = view.viewport();
    switch (e.getCode()) {
      case LEFT -> port.panBy(KEY_PAN, 0);
      case RIGHT -> port.panBy(-KEY_PAN, 0);
      case UP -> port.panBy(0, KEY_PAN);
      case DOWN -> port.panBy(0, -KEY_PAN);
      case PLUS, ADD, EQUALS -> port.zoomBy(1);
      case MINUS, SUBTRACT -> port.zoomBy(-1);
      case SPACE -> view.flippedProperty().set(!view.flippedProperty().get());
      case B, V -> view.heldProperty().set(heldBy(e.getCode()));
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void keyReleased(KeyEvent e) {
    if (heldBy(e.getCode()) != null) {
      view.heldProperty().set(null);
      e.consume();
    }
  }
}
