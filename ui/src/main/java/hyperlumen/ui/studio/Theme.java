package hyperlumen.ui.studio;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/** The window's colours. */
public enum Theme {
  /** As the system's setting. */
  SYSTEM,
  /** Light on dark: the surround in which pictures are judged best. */
  DARK,
  /** Dark on light. */
  LIGHT;

  /** Makes this the look of all windows. */
  public void apply() {
    boolean dark =
        switch (this) {
          case DARK -> true;
          case LIGHT -> false;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }
}
