package hyperlumen.ui.studio;

import static hyperlumen.ui.studio.StudioRig.fire;
import static hyperlumen.ui.studio.StudioRig.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Size;
import hyperlumen.ui.Settings;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.FakeService;
import hyperlumen.write.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
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

  private String status() {
    return ((StatusLine) window.lookup(".status-bar")).getText();
  }

  @Test
  void anEmptyWindowInvitesToOpenPhotos() {
    assertThat(rig.shown("welcome-open")).isTrue();
    assertThat(rig.node("enhance", Button.class).isDisabled()).isTrue();
    Screenshots.take(window, "empty");
  }

  @Test
  void anOpenedPhotoShowsWithItsFactsModelAndForecast(FxRobot robot) {
    rig.open(robot, "landscape.dng");
    waitFor(() -> rig.shown("forecast"));
    assertThat(rig.shown("viewer")).isTrue();
    assertThat(status())
        .contains("landscape.dng", "960", "640", "0.61", "lossless JPEG", "Canon", "ISO 1600");
    assertThat(model.modelProperty().get()).isEqualTo(FakeService.ISP);
    assertThat(rig.node("forecast", Label.class).getText()).contains("23", "640", "GFLOP");
    assertThat(settings.recent()).first().isEqualTo(folder.resolve("landscape.dng"));
    Screenshots.take(window, "opened");
  }

  @Test
  void whatIsOddAboutAPhotoStandsBesideItAndGoesWithIt(FxRobot robot) {
    rig.open(robot, "odd.dng");
    waitFor(() -> rig.shown("photo-notes"));
    Label notes = rig.node("photo-notes", Label.class);
    assertThat(notes.getText()).contains("colour filters");
    assertThat(notes.getTooltip().getText()).contains("rather RGGB");
    Screenshots.take(window, "odd");
    rig.open(robot, "landscape.dng");
    waitFor(() -> !rig.shown("photo-notes"));
    assertThat(rig.shown("filters")).isFalse();
  }

  @Test
  void theRightFiltersAreChosenBesideTheDoubtAndUndone(FxRobot robot) {
    PhotoItem item = rig.open(robot, "odd.dng");
    waitFor(() -> rig.shown("photo-notes"));
    @SuppressWarnings("unchecked")
    ComboBox<Optional<Cfa>> filters = rig.node("filters", ComboBox.class);
    assertThat(filters.getValue()).isEmpty();

    robot.interact(() -> filters.setValue(Optional.of(Cfa.GBRG)));

    assertThat(rig.shown("photo-notes")).isFalse();
    assertThat(rig.shown("filters")).isTrue();
    Adjustments chosen = Adjustments.DEFAULT.withCfa(Optional.of(Cfa.GBRG));
    assertThat(item.history().present()).isEqualTo(chosen);
    waitFor(() -> service.rendered.contains(chosen));
    Screenshots.take(window, "filters");
    robot.interact(model.adjustments()::undo);
    assertThat(filters.getValue()).isEmpty();
    assertThat(rig.shown("photo-notes")).isTrue();
    waitFor(() -> service.rendered.getLast().equals(Adjustments.DEFAULT));
  }

  @Test
  void aPhotoGrowsTileByTileWithProgressAndRemainingTime(FxRobot robot) {
    PhotoItem item = rig.open(robot, "landscape.png");
    service.tiles.drainPermits();
    fire(robot, "enhance");
    service.tiles.release(70);
    waitFor(() -> rig.node("progress-stage", Label.class).getText().equals("Tile 70 of 150"));
    assertThat(rig.node("progress", ProgressBar.class).getProgress()).isEqualTo(70.0 / 150);
    assertThat(rig.node("progress-remaining", Label.class).getText()).startsWith("about ");
    assertThat(rig.shown("cancel")).isTrue();
    assertThat(rig.shown("enhance")).isFalse();
    Screenshots.take(window, "running");
    service.tiles.release(1000);
    waitFor(() -> item.stateProperty().get() == PhotoItem.State.DONE);
    assertThat(rig.shown("progress")).isFalse();
  }

  @Test
  void cancelEndsTheRunAndLeavesThePhoto(FxRobot robot) {
    PhotoItem item = rig.open(robot, "landscape.png");
    service.tiles.drainPermits();
    fire(robot, "enhance");
    waitFor(() -> rig.shown("cancel"));
    fire(robot, "cancel");
    waitFor(() -> item.stateProperty().get() == PhotoItem.State.READY);
    assertThat(rig.shown("enhance")).isTrue();
    assertThat(window.view().slots()).hasSize(1);
  }

  @Test
  void theResultComesWithEveryFigureOfItsCost(FxRobot robot) {
    rig.enhanced(robot, "landscape.png");
    String table =
        String.join(
            "|",
            rig.node("readout", ReadoutTable.class).getChildren().stream()
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
  void aModelThatDoesNotFitThePhotoSaysSo(FxRobot robot) {
    rig.open(robot, "landscape.png");
    robot.interact(() -> rig.node("model", ComboBox.class).getSelectionModel().select(0));
    assertThat(rig.node("enhance", Button.class).isDisabled()).isTrue();
    assertThat(rig.node("forecast", Label.class).getText()).contains("does not work");
  }

  @Test
  void aFileThatCannotBeReadSaysWhyInItsPlace(FxRobot robot) {
    rig.open(robot, "broken.dng");
    assertThat(rig.node("failure-sentence", Label.class).getText())
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
