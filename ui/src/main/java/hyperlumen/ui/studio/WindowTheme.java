package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.stage.Window;

/** The colours of all windows: as the user chose, or as the system's change. */
final class WindowTheme {

  private static final String KEY = "theme";

  private final Parent root;
  private final Settings settings;
  private final ObservableValue<ColorScheme> system;

  /**
   * Dresses the main window.
   *
   * @param root of the main window
   * @param system the system's colours
   */
  WindowTheme(Parent root, Settings settings, ObservableValue<ColorScheme> system) {
    this.root = root;
    this.settings = settings;
    this.system = system;
    chosen().dress(root, system.getValue());
    system.addListener(
        (o, was, is) -> {
          if (chosen() == Theme.SYSTEM) {
            dress(Theme.SYSTEM);
          }
        });
  }

  /** What the user chose. */
  Theme chosen() {
    return settings.constant(KEY, Theme.class).orElse(Theme.DEFAULT);
  }

  /** Chooses other colours, for all windows and from now on. */
  void choose(Theme theme) {
    settings.set(KEY, theme);
    dress(theme);
  }

  private void dress(Theme theme) {
    theme.apply(system.getValue());
    theme.dress(root, system.getValue());
    // Queue, models and runs may be open beside it.
    for (Window open : Window.getWindows()) {
      if (open.getScene() != null) {
        theme.dress(open.getScene().getRoot(), system.getValue());
      }
    }
  }
}
