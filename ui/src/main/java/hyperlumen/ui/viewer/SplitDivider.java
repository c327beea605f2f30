package hyperlumen.ui.viewer;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The movable line between before and after: dragged with the mouse, moved with the arrow keys,
 * turned by a double click.
 */
final class SplitDivider extends StackPane {

  /** Wide enough to be caught with a pointer; the line itself is thinner (style sheet). */
  static final double GRIP = 15;

  private static final double KEY_STEP = 0.02;

  private final DoubleProperty position =
      new SimpleDoubleProperty(this, "position", 0.5) {
        @Override
        public void set(double value) {
          super.set(Math.clamp(value, 0, 1));
        }
      };
  private final ObjectProperty<Orientation> orientation =
      new SimpleObjectProperty<>(this, "orientation", Orientation.VERTICAL);
  private final Region line = new Region();

  SplitDivider() {
    getStyleClass().add("split-divider");
    line.getStyleClass().add("line");
    Region knob = new Region();
    knob.getStyleClass().add("knob");
    getChildren().addAll(line, knob);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setOnMouseDragged(this::drag);
    setOnMousePressed(MouseEvent::consume);
    setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            turn();
          }
          e.consume();
        });
    setOnKeyPressed(this::key);
    orientation.addListener((o, was, is) -> turned(is));
    position.addListener(
        (o, was, is) -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
    turned(Orientation.VERTICAL);
  }

  /** Where the line stands, 0 (left or top) to 1. */
  DoubleProperty positionProperty() {
    return position;
  }

  /** VERTICAL: a vertical line between left and right. */
  ObjectProperty<Orientation> orientationProperty() {
    return orientation;
  }

  boolean isVertical() {
    return orientation.get() == Orientation.VERTICAL;
  }

  void turn() {
    orientation.set(isVertical() ? Orientation.HORIZONTAL : Orientation.VERTICAL);
  }

  private void turned(Orientation now) {
    boolean vertical = now == Orientation.VERTICAL;
    setCursor(vertical ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    line.setMaxSize(vertical ? 2 : Double.MAX_VALUE, vertical ? Double.MAX_VALUE : 2);
  }

  private void drag(MouseEvent e) {
    var inView = localToParent(e.getX(), e.getY());
    Region view = (Region) getParent();
    position.set(isVertical() ? inView.getX() / view.getWidth() : inView.getY() / view.getHeight());
    e.consume();
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case LEFT, UP -> position.set(position.get() - KEY_STEP);
      case RIGHT, DOWN -> position.set(position.get() + KEY_STEP);
      default -> {
        return;
      }
    }
    e.consume();
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> position.get();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> 1.0;
      case ORIENTATION -> orientation.get();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
