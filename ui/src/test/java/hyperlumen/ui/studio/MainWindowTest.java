package hyperlumen.ui.studio;

import static hyperlumen.ui.studio.StudioRig.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.Settings;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.Slot;
import hyperlumen.write.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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

/** The whole window over the service for tests, driven as a user would. */
@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {

  @TempDir static Path folder;

  private StudioRig rig;
  private FakeService service;
  private StudioModel model;
  private MainWindow window;
  private Settings settings;

  @Start
  void show(Stage stage) {
    rig = new StudioRig(stage, folder, new Size(960, 640), Theme.DARK, Locale.ENGLISH);
    service = rig.service;
    model = rig.model;
    window = rig.window;
    settings = rig.settings;
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  private <N extends Node> N node(String id, Class<N> type) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> type.cast(window.lookup("#" + id)));
  }

  private boolean shown(String id) {
    Node node = node(id, Node.class);
    if (node == null) {
      return false;
    }
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void fire(FxRobot robot, String id) {
    robot.interact(() -> ((Button) window.lookup("#" + id)).fire());
  }

  private String status() {
    return ((StatusLine) window.lookup(".status-bar")).getText();
  }

  @Test
  void anEmptyWindowInvitesToOpenPhotos() {
    assertThat(shown("welcome-open")).isTrue();
    assertThat(node("enhance", Button.class).isDisabled()).isTrue();
    Screenshots.take(window, "empty");
  }

  @Test
  void anOpenedPhotoShowsWithItsFactsModelAndForecast(FxRobot robot) {
    rig.open(robot, "landscape.dng");
    waitFor(() -> shown("forecast"));
    assertThat(shown("viewer")).isTrue();
    assertThat(status())
        .contains("landscape.dng", "960", "640", "0.61", "lossless JPEG", "Canon", "ISO 1600");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.ISP);
    assertThat(node("forecast", Label.class).getText()).contains("23", "640", "GFLOP");
    assertThat(settings.recent()).first().isEqualTo(folder.resolve("landscape.dng"));
    Screenshots.take(window, "opened");
  }

  @Test
  void aPhotoGrowsTileByTileWithProgressAndRemainingTime(FxRobot robot) {
    PhotoItem item = rig.open(robot, "landscape.png");
    service.tiles.drainPermits();
    fire(robot, "enhance");
    service.tiles.release(70);
    waitFor(() -> node("progress-stage", Label.class).getText().equals("Tile 70 of 150"));
    assertThat(node("progress", ProgressBar.class).getProgress()).isEqualTo(70.0 / 150);
    assertThat(node("progress-remaining", Label.class).getText()).startsWith("about ");
    assertThat(shown("cancel")).isTrue();
    assertThat(shown("enhance")).isFalse();
    Screenshots.take(window, "running");
    service.tiles.release(1000);
    waitFor(() -> item.stateProperty().get() == PhotoItem.State.DONE);
    assertThat(shown("progress")).isFalse();
  }

  @Test
  void cancelEndsTheRunAndLeavesThePhoto(FxRobot robot) {
    PhotoItem item = rig.open(robot, "landscape.png");
    service.tiles.drainPermits();
    fire(robot, "enhance");
    waitFor(() -> shown("cancel"));
    fire(robot, "cancel");
    waitFor(() -> item.stateProperty().get() == PhotoItem.State.READY);
    assertThat(shown("enhance")).isTrue();
    assertThat(window.view().slots()).hasSize(1);
  }

  @Test
  void theResultComesWithEveryFigureOfItsCost(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    String table =
        String.join(
            "|",
            node("readout", ReadoutTable.class).getChildren().stream()
                .filter(Labeled.class::isInstance)
                .map(n -> ((Labeled) n).getText().replace('\u202f', ' '))
                .toList());
    assertThat(table)
        .contains("Useful|325 GFLOP", "Executed|357 GFLOP", "Network|21.9 s")
        .contains("Predicting filters|0.087 s", "Total|23.5 s")
        .contains("Network speed|14.8 GFLOP/s", "Peak memory|612 MB", "Tiles|150 of 64 px")
        .contains("Halo|16 px", "Threads|2", "Model|denoise-fast", "SHA-256|3fa9c1d2e4b5");
    assertThat(window.view().slots()).hasSize(2);
    Screenshots.take(window, "result");
  }

  @Test
  void everyWayToCompareHasAButtonAndAKey(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    robot.interact(() -> window.view().requestFocus());
    Map<CompareMode, KeyCode> keys =
        Map.of(
            CompareMode.SPLIT, KeyCode.S,
            CompareMode.SIDE_BY_SIDE, KeyCode.P,
            CompareMode.SINGLE, KeyCode.A,
            CompareMode.BLINK, KeyCode.K,
            CompareMode.GRID, KeyCode.G,
            CompareMode.DIFFERENCE, KeyCode.D);
    for (CompareMode mode : CompareMode.values()) {
      robot.type(keys.get(mode));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(window.view().modeProperty().get()).isEqualTo(mode);
      assertThat(node("mode-" + mode, ToggleButton.class).isSelected()).isTrue();
      Screenshots.take(window, "mode-" + mode.name().toLowerCase(Locale.ROOT));
    }
    robot.interact(() -> node("mode-SPLIT", ToggleButton.class).fire());
    assertThat(window.view().modeProperty().get()).isEqualTo(CompareMode.SPLIT);
    assertThat(settings.constant("mode", CompareMode.class)).contains(CompareMode.SPLIT);
  }

  @Test
  void zoomHasButtonsAndKeysAndIsShown(FxRobot robot) {
    rig.open(robot, "landscape.png");
    fire(robot, "zoom-200");
    assertThat(window.view().viewport().view().zoom()).isEqualTo(2);
    waitFor(() -> node("zoom", Label.class).getText().startsWith("200"));
    robot.interact(() -> window.view().requestFocus());
    robot.type(KeyCode.DIGIT1);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.view().viewport().view().zoom()).isEqualTo(1);
    robot.type(KeyCode.DIGIT0);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.view().viewport().fittingProperty().get()).isTrue();
  }

  @Test
  void holdingTheKeyShowsBeforeWhereverTheFocusIs(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    robot.interact(() -> node("strength", Slider.class).requestFocus());
    robot.press(KeyCode.B);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.view().heldProperty().get()).isEqualTo(Slot.Role.BEFORE);
    robot.release(KeyCode.B);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.view().heldProperty().get()).isNull();
  }

  @Test
  void strengthActsAtOnceAndNoiseAtTheNextRun(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    robot.interact(() -> node("strength", Slider.class).setValue(.5));
    assertThat(service.strengths).endsWith(.5);
    robot.interact(() -> node("noise", Slider.class).setValue(1));
    assertThat(model.noiseProperty().get()).isEqualTo(2);
    robot.interact(() -> node("noise", Slider.class).setValue(.02));
    assertThat(model.noiseProperty().get()).isEqualTo(1);
  }

  @Test
  void aModelThatDoesNotFitThePhotoSaysSo(FxRobot robot) {
    rig.open(robot, "landscape.png");
    robot.interact(() -> node("model", ComboBox.class).getSelectionModel().select(0));
    assertThat(node("enhance", Button.class).isDisabled()).isTrue();
    assertThat(node("forecast", Label.class).getText()).contains("does not work");
  }

  @Test
  void aFileThatCannotBeReadSaysWhyInItsPlace(FxRobot robot) {
    rig.open(robot, "broken.dng");
    assertThat(node("failure-sentence", Label.class).getText())
        .isEqualTo("broken.dng: the strip at byte 1234 ends before its last row");
    Screenshots.take(window, "unreadable");
  }

  @Test
  void aFailedRunOpensADialogWithDetailsToCopy(FxRobot robot) {
    rig.open(robot, "failing.png");
    fire(robot, "enhance");
    waitFor(() -> Window.getWindows().size() == 2);
    Window dialog = Window.getWindows().getLast();
    Screenshots.take(dialog.getScene().getRoot(), "error");
    robot.interact(
        () ->
            dialog.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> b.getText().equals("Copy everything"))
                .forEach(Button::fire));
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith(
                    "The file could not be read, or was changed meanwhile.\n"
                        + "failing.png: the network gave no numbers\n")
                .contains("PhotoException"));
    assertThat(dialog.isShowing()).isTrue();
  }

  @Test
  void savingTellsWhereTheFileWent(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    Path target = folder.resolve("landscape-enhanced.png");
    robot.interact(() -> model.save(target, OutputFormat.PNG8, true));
    waitFor(() -> window.lookup(".notification") != null);
    assertThat(Files.exists(target)).isTrue();
    assertThat(model.hasUnsavedResults()).isFalse();
    Screenshots.take(window, "saved");
  }

  @Test
  void panelsCanBeHiddenAndPhotosSteppedThrough(FxRobot robot) {
    robot.interact(
        () ->
            window.open(
                List.of(
                    folder.resolve("a.png"), folder.resolve("b.png"), folder.resolve("c.png"))));
    robot.interact(() -> window.step(1));
    assertThat(model.selectedProperty().get().name()).isEqualTo("b.png");
    robot.interact(
        () -> {
          window.toggleLibrary();
          window.toggleInspector();
        });
    assertThat(shown("library")).isFalse();
    assertThat(shown("enhance")).isFalse();
    robot.interact(window::toggleLibrary);
    assertThat(shown("library")).isTrue();
  }

  @Test
  void theLightThemeAndTheSheetsShow(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    robot.interact(() -> window.setTheme(Theme.LIGHT));
    WaitForAsyncUtils.waitForFxEvents();
    Screenshots.take(window, "light");
    assertThat(settings.constant("theme", Theme.class)).contains(Theme.LIGHT);
    robot.interact(() -> window.setTheme(Theme.DARK));
    robot.interact(() -> window.windows().showShortcuts((MenuBar) window.lookup(".menu-bar")));
    Screenshots.take(Window.getWindows().getLast().getScene().getRoot(), "shortcuts");
    robot.interact(window.windows()::showAbout);
    Node about = Window.getWindows().getLast().getScene().getRoot();
    assertThat(((Label) about.lookup("#about-network")).getText())
        .contains("never uses the network");
    Screenshots.take(about, "about");
  }

  @Test
  void theProgramAsksBeforeResultsAreLost(FxRobot robot) {
    assertThat(window.mayClose()).isTrue();
    rig.enhanced(robot, "landscape.png");
    assertThat(model.hasUnsavedResults()).isTrue();
    robot.interact(window::quit);
    assertThat(rig.quitAsked).isTrue();
  }
}
