package hyperlumen.ui.studio;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Parent;

/** The window's colours. */
public enum Theme {
  /** As the system's setting. */
  SYSTEM,
  /** Light on dark: the surround in which pictures are judged best. */
  DARK,
  /** Dark on light. */
  LIGHT;

  /** Until the user chooses. */
  static final Theme DEFAULT = SYSTEM;

  private static final PseudoClass DARK_CLASS = PseudoClass.getPseudoClass("dark");

  private static ColorScheme system() {
    return Platform.getPreferences().getColorScheme();
  }

  /** Whether it is dark under these colours of the system. */
  boolean isDark(ColorScheme system) {
    return switch (this) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> system == ColorScheme.DARK;
    };
  }

  /** Makes this the look of all windows. */
  public void apply() {
    apply(system());
  }

  void apply(ColorScheme system) {
    Application.setUserAgentStylesheet(
        (isDark(system) ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  /** Gives a window's root the studio's style sheet and its neutral greys. */
  void dress(Parent root) {
    dress(root, system());
  }

  void dress(Parent root, ColorScheme system) {
    String sheet = Theme.class.getResource("/hyperlumen/ui/studio.css").toExternalForm();
    if (!root.getStylesheets().contains(sheet)) {
      root.getStylesheets().add(sheet);
    }
    root.pseudoClassStateChanged(DARK_CLASS, isDark(system));
  }
}
