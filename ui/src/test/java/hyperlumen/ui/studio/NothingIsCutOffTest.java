package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.viewer.CompareMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** In the longer language and a window of 1024 x 700 every word is there to its end. */
@ExtendWith(ApplicationExtension.class)
final class NothingIsCutOffTest {

  @TempDir static Path folder;

  private StudioRig rig;

  @Start
  void show(Stage stage) {
    rig = new StudioRig(stage, folder, new Size(320, 240), Theme.DARK, Locale.GERMAN);
    stage.setWidth(1024);
    stage.setHeight(700);
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  /** Texts that end in an ellipsis although they have none. */
  private static void cutOff(Node node, List<String> into) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isEmpty()) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(
              text -> text instanceof Text && !text.getStyleClass().contains("ikonli-font-icon"))
          .map(text -> ((Text) text).getText())
          .filter(shown -> !shown.equals(labeled.getText()))
          .forEach(shown -> into.add(shown + " of " + labeled.getText()));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cutOff(child, into));
    }
  }

  private static List<String> cutOff(Window window) {
    WaitForAsyncUtils.waitForFxEvents();
    List<String> found = new ArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          window.getScene().getRoot().applyCss();
          window.getScene().getRoot().layout();
          cutOff(window.getScene().getRoot(), found);
        });
    return found;
  }

  @Test
  void theMainWindowHasRoomInEveryWayToCompare(FxRobot robot) {
    rig.enhanced(robot, "a.dng");
    for (CompareMode mode : CompareMode.values()) {
      robot.interact(() -> rig.window.view().modeProperty().set(mode));
      assertThat(cutOff(rig.stage())).as(mode.name()).isEmpty();
      assertThat(rig.window.lookup(".tool-bar-overflow-button").isVisible())
          .as(mode.name())
          .isFalse();
    }
  }

  @Test
  void theOtherWindowsHaveRoomToo(FxRobot robot) {
    rig.enhanced(robot, "a.dng");
    robot.interact(
        () -> {
          // What is wider than the window under it would begin left of the screen.
          rig.stage().setWidth(1280);
          rig.stage().setHeight(800);
          rig.window.setModelLibrary(new FakeLibraries.Models());
          rig.window.setBatchService(new FakeLibraries.Queue());
        });
    List<Runnable> windows =
        List.of(
            rig.window.windows()::showRuns,
            rig.window.windows()::showModels,
            rig.window.windows()::showBatch,
            rig.window.windows()::showAbout,
            () -> rig.window.windows().showShortcuts(rig.menus()));
    for (Runnable shows : windows) {
      robot.interact(shows);
      Window last = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Window.getWindows().getLast());
      assertThat(cutOff(last)).isEmpty();
      robot.interact(last::hide);
    }
  }

  @Test
  void theListOfActionsIsNotScrolledSideways(FxRobot robot) {
    rig.open(robot, "a.png");
    robot.interact(rig.window::showPalette);
    WaitForAsyncUtils.waitForFxEvents();
    ListView<?> list = StudioRig.anywhere("palette-list", ListView.class);
    assertThat(list.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast))
        .filteredOn(bar -> bar.getOrientation() == javafx.geometry.Orientation.HORIZONTAL)
        .noneMatch(Node::isVisible);
  }
}
