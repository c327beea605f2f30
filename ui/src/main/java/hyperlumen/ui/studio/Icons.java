package hyperlumen.ui.studio;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons that show a picture and say in words what they do. */
final class Icons {

  private Icons() {}

  /** A tool bar button; {@code text} is its tooltip and its name for assistive technology. */
  static Button button(Ikon icon, String text, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setOnAction(e -> action.run());
    return named(button, text);
  }

  /** A toggle for a segmented button. */
  static ToggleButton toggle(Ikon icon, String text) {
    return named(new ToggleButton(null, new FontIcon(icon)), text);
  }

  private static <B extends ButtonBase> B named(B button, String text) {
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    button.setFocusTraversable(true);
    return button;
  }
}
