package hyperlumen.ui.viewer;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse and keyboard of the viewer: wheel zooms about the pointer, dragging pans, a double click
 * goes between "fit" and 100 %, arrows pan, plus and minus zoom, B held shows before.
 */
final class CompareInput {

  /** What one notch of a mouse wheel reports; touchpads report it in small parts. */
  private static final double WHEEL_NOTCH = 40;

  private static final double KEY_PAN = 80;

  private final CompareView view;
  private double dragX;
  private double dragY;
  private double wheel;

  private CompareInput(CompareView view) {
    this.view = view;
  }

  static void install(CompareView view) {
    CompareInput input = new CompareInput(view);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, input::press);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, input::drag);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> view.setCursor(Cursor.DEFAULT));
    view.addEventHandler(MouseEvent.MOUSE_CLICKED, input::click);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.probeAt(e.getX(), e.getY()));
    view.addEventHandler(MouseEvent.MOUSE_EXITED, e -> view.endProbe());
    view.addEventHandler(ScrollEvent.SCROLL, input::scroll);
    view.addEventHandler(KeyEvent.KEY_PRESSED, input::keyPressed);
    view.addEventHandler(KeyEvent.KEY_RELEASED, input::keyReleased);
    view.focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                view.showingReferenceProperty().set(false);
              }
            });
  }

  private void press(MouseEvent e) {
    view.requestFocus();
    dragX = e.getX();
    dragY = e.getY();
    if (e.getButton() == MouseButton.PRIMARY) {
      view.setCursor(Cursor.CLOSED_HAND);
    }
  }

  private void drag(MouseEvent e) {
    double scale = view.deviceScale();
    view.viewport().panBy((e.getX() - dragX) * scale, (e.getY() - dragY) * scale);
    dragX = e.getX();
    dragY = e.getY();
    view.probeAt(e.getX(), e.getY());
  }

  private void click(MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2 && e.isStillSincePress()) {
      if (view.viewport().fittingProperty().get()) {
        view.viewport().zoomTo(1, view.inPaneX(e.getX()), view.inPaneY(e.getY()));
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
      view.viewport()
          .zoomBy(Integer.signum(notches), view.inPaneX(e.getX()), view.inPaneY(e.getY()));
      view.probeAt(e.getX(), e.getY());
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
      case B -> view.showingReferenceProperty().set(true);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void keyReleased(KeyEvent e) {
    if (e.getCode() == KeyCode.B) {
      view.showingReferenceProperty().set(false);
      e.consume();
    }
  }
}
