package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every control of every window says what it is to assistive technology, in either language. */
@ExtendWith(ApplicationExtension.class)
final class AccessibleNamesTest {

  @TempDir static Path folder;

  private StudioRig rig;
  private final List<String> nameless = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  @Start
  void show(Stage stage) {
    rig = new StudioRig(stage, folder, new Size(320, 240), Theme.LIGHT, Locale.GERMAN);
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  private static boolean named(Node node) {
    return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
  }

  /** Whether it must say what it is, and does not. */
  private static boolean isNameless(Node node) {
    boolean says =
        node instanceof ButtonBase button
            && button.getText() != null
            && !button.getText().isBlank();
    return switch (node) {
      case CheckBox box -> !says && !named(box);
      case ButtonBase button -> button.isFocusTraversable() && !says && !named(button);
      case Spinner<?> spinner -> !named(spinner.getEditor());
      case ScrollPane pane -> pane.isFocusTraversable() && !named(pane);
      case Slider s -> !named(s);
      case ComboBox<?> c -> !named(c);
      case ListView<?> l -> !named(l);
      case TableView<?> t -> !named(t);
      case TextInputControl t -> !named(t);
      case ProgressBar p -> !named(p);
      default -> node.isFocusTraversable() && !named(node);
    };
  }

  private void look(Node node) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable()) {
      seen.add(node.getClass().getSimpleName());
    }
    if (isNameless(node)) {
      nameless.add(node.toString());
    }
    // What these are made of is no control of its own.
    boolean whole =
        node instanceof ComboBox
            || node instanceof Spinner
            || node instanceof MenuButton
            || node instanceof TextInputControl
            || node instanceof ListView
            || node instanceof TableView;
    if (node instanceof Parent parent && !whole) {
      parent.getChildrenUnmodifiable().forEach(this::look);
    }
  }

  @Test
  void noControlOfAnyWindowIsNameless(FxRobot robot) {
    rig.enhanced(robot, "a.dng");
    FakeLibraries.Models models = new FakeLibraries.Models();
    FakeLibraries.Queue queue = new FakeLibraries.Queue();
    robot.interact(
        () -> {
          rig.window.setModelLibrary(models);
          rig.window.setBatchService(queue);
          rig.window.windows().showRuns();
          rig.window.windows().showModels();
          rig.window.windows().showBatch();
          rig.window.windows().showLog();
          rig.window.windows().showAbout();
          rig.window.windows().showShortcuts(rig.menus());
          rig.window.showPalette();
        });
    StudioRig.waitFor(() -> Window.getWindows().size() == 7);
    StudioRig.waitFor(() -> StudioRig.anywhere("enable-denoise-fast", ButtonBase.class) != null);
    robot.interact(
        () -> List.copyOf(Window.getWindows()).forEach(w -> look(w.getScene().getRoot())));
    assertThat(nameless).isEmpty();
    assertThat(seen)
        .contains("Button", "ComboBox", "ListView", "Slider", "RunTable", "TextField", "Spinner");
  }

  @Test
  void aRunIsAnnouncedAtItsStagesAndEveryTenthOfItsTiles(FxRobot robot) {
    List<String> said = new ArrayList<>();
    rig.open(robot, "a.png");
    StudioRig.waitFor(rig.model::canEnhance);
    rig.service.tiles.drainPermits();
    robot.interact(
        () -> {
          RunBox box =
              new RunBox(
                  rig.model, Texts.in(Locale.GERMAN), bar -> said.add(bar.getAccessibleText()));
          rig.window.getChildren().add(box);
          rig.model.enhance();
        });
    // One tile at a time, so that none of the reports replaces another.
    for (int tile = 1; tile < 20; tile++) {
      rig.service.tiles.release();
      String now = "Kachel " + tile + " von 20";
      StudioRig.waitFor(() -> rig.window.lookup("#progress").getAccessibleText().startsWith(now));
    }
    rig.service.tiles.release();
    StudioRig.waitFor(() -> rig.model.runProperty().get() == null);
    List<String> tiles = said.stream().filter(s -> s.startsWith("Kachel")).toList();
    assertThat(
            tiles.stream()
                .map(s -> s.replaceAll("\\D+(\\d+) .*", "$1"))
                .filter(n -> !n.equals("20"))
                .toList())
        .containsExactly("0", "2", "4", "6", "8", "10", "12", "14", "16", "18");
    assertThat(tiles.get(5)).startsWith("Kachel 10 von 20");
  }

  @Test
  void aRunSaysHowFarItIs(FxRobot robot) {
    rig.open(robot, "a.png");
    rig.service.tiles.drainPermits();
    StudioRig.waitFor(rig.model::canEnhance);
    robot.interact(rig.model::enhance);
    rig.service.tiles.release(10);
    StudioRig.waitFor(
        () ->
            rig.window.lookup("#progress").getAccessibleText() != null
                && rig.window.lookup("#progress").getAccessibleText().contains("Kachel 10 von 20"));
    rig.service.tiles.release(1000);
  }
}
