package hyperlumen.ui.studio;

import static hyperlumen.ui.studio.StudioRig.fire;
import static hyperlumen.ui.studio.StudioRig.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.Settings;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.Slot;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Buttons, keys and sliders of the whole window over the service for tests. */
@ExtendWith(ApplicationExtension.class)
final class MainWindowControlsTest {

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
      assertThat(rig.node("mode-" + mode, ToggleButton.class).isSelected()).isTrue();
      Screenshots.take(window, "mode-" + mode.name().toLowerCase(Locale.ROOT));
    }
    robot.interact(() -> rig.node("mode-SPLIT", ToggleButton.class).fire());
    assertThat(window.view().modeProperty().get()).isEqualTo(CompareMode.SPLIT);
    assertThat(settings.constant("mode", CompareMode.class)).contains(CompareMode.SPLIT);
  }

  @Test
  void zoomHasButtonsAndKeysAndIsShown(FxRobot robot) {
    rig.open(robot, "landscape.png");
    fire(robot, "zoom-200");
    assertThat(window.view().viewport().view().zoom()).isEqualTo(2);
    waitFor(() -> rig.node("zoom", Label.class).getText().startsWith("200"));
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
    robot.interact(() -> rig.node("strength", Slider.class).requestFocus());
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
    robot.interact(() -> rig.node("strength", Slider.class).setValue(.5));
    assertThat(service.strengths).endsWith(.5);
    robot.interact(() -> rig.node("noise", Slider.class).setValue(1));
    assertThat(model.noiseProperty().get()).isEqualTo(2);
    robot.interact(() -> rig.node("noise", Slider.class).setValue(.02));
    assertThat(model.noiseProperty().get()).isEqualTo(1);
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
    assertThat(rig.shown("library")).isFalse();
    assertThat(rig.shown("enhance")).isFalse();
    robot.interact(window::toggleLibrary);
    assertThat(rig.shown("library")).isTrue();
  }

  @Test
  void aResultThatIsBeingWrittenIsShownAndCanBeCancelled(FxRobot robot) {
    rig.enhanced(robot, "a.png");
    assertThat(rig.shown("saving")).isFalse();
    rig.service.files.drainPermits();
    Path target = folder.resolve("slow.tif");
    robot.interact(() -> rig.model.save(target, OutputFormat.TIFF16, false));
    waitFor(() -> rig.node("saving-progress", ProgressBar.class).getProgress() == 0.25);
    assertThat(rig.shown("saving")).isTrue();
    fire(robot, "saving-cancel");
    waitFor(() -> !rig.shown("saving"));
    assertThat(target).doesNotExist();
  }
}
