package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.ui.Settings;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The windows' colours follow the system's until the user chooses. */
@ExtendWith(ApplicationExtension.class)
final class WindowThemeTest {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  @TempDir Path folder;

  private final SimpleObjectProperty<ColorScheme> system =
      new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final StackPane root = new StackPane();

  @Start
  void show(Stage stage) {
    stage.setScene(new Scene(root, 200, 100));
    stage.show();
  }

  private boolean isDark() {
    boolean dressed = root.getPseudoClassStates().contains(DARK);
    boolean applied = Application.getUserAgentStylesheet().contains("dark");
    assertThat(applied).isEqualTo(dressed);
    return dressed;
  }

  @Test
  void coloursFollowTheSystemUntilTheUserChooses(FxRobot robot) {
    Settings settings = new Settings(folder.resolve("w.properties"));
    WindowTheme[] theme = new WindowTheme[1];
    robot.interact(
        () -> {
          theme[0] = new WindowTheme(root, settings, system);
          system.set(ColorScheme.DARK);
        });
    assertThat(isDark()).isTrue();
    robot.interact(() -> system.set(ColorScheme.LIGHT));
    assertThat(isDark()).isFalse();

    robot.interact(() -> theme[0].choose(Theme.DARK));
    assertThat(isDark()).isTrue();
    robot.interact(() -> system.set(ColorScheme.DARK));
    robot.interact(() -> system.set(ColorScheme.LIGHT));
    assertThat(isDark()).isTrue();
    assertThat(settings.constant("theme", Theme.class)).contains(Theme.DARK);

    robot.interact(() -> theme[0].choose(Theme.SYSTEM));
    assertThat(isDark()).isFalse();
  }
}
