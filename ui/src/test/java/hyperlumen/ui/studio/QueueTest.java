package hyperlumen.ui.studio;

import static hyperlumen.ui.studio.StudioRig.anywhere;
import static hyperlumen.ui.studio.StudioRig.fire;
import static hyperlumen.ui.studio.StudioRig.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Notification;
import hyperlumen.photo.Size;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The queue's window: jobs are made of what the main window shows, and are looked after. */
@ExtendWith(ApplicationExtension.class)
final class QueueTest {

  @TempDir static Path folder;

  private final FakeLibraries.Queue queue = new FakeLibraries.Queue();
  private StudioRig rig;

  @Start
  void show(Stage stage) {
    rig = new StudioRig(stage, folder, new Size(320, 240), Theme.DARK, Locale.ENGLISH);
    rig.window.setBatchService(queue);
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  private void showQueue(FxRobot robot) {
    robot.interact(rig.window.windows()::showBatch);
    waitFor(
        () ->
            anywhere("batch-list", ListView.class) != null
                && anywhere("batch-list", ListView.class).getItems().size() == 2);
  }

  @Test
  void photosAreQueuedWithTheModelAndTheOptionsThatTheWindowShows(FxRobot robot) {
    rig.open(robot, "a.png");
    rig.open(robot, "a.dng");
    @SuppressWarnings("unchecked")
    ComboBox<ModelFacts> chooser = (ComboBox<ModelFacts>) rig.window.lookup("#model");
    robot.interact(() -> chooser.getSelectionModel().select(FakeService.DENOISER));
    robot.interact(() -> ((Slider) rig.window.lookup("#noise")).setValue(1));
    robot.interact(() -> ((Slider) rig.window.lookup("#exposure")).setValue(-0.5));
    showQueue(robot);
    BatchPanel panel = (BatchPanel) anywhere("batch-list", ListView.class).getParent();
    robot.interact(() -> panel.add(folder));
    waitFor(() -> queue.queued.size() == 2);
    assertThat(queue.done).contains("memory " + rig.model.memory());
    // What is moved now comes too late.
    robot.interact(() -> chooser.getSelectionModel().select(FakeService.ISP));

    BatchService.Order picture = queue.queued.get(0);
    assertThat(picture.models().get(ModelFacts.Task.DENOISE)).isEqualTo(FakeService.DENOISER);
    assertThat(picture.adjustments()).isEqualTo(Adjustments.DEFAULT);
    BatchService.Order raw = queue.queued.get(1);
    assertThat(raw.models().get(ModelFacts.Task.RAW_TO_PICTURE)).isEqualTo(FakeService.DENOISER);
    assertThat(raw.adjustments().noise()).isEqualTo(2);
    assertThat(raw.adjustments().rendering().exposure()).isEqualTo(-0.5);
  }

  @Test
  void theFormatOfTheResultsIsFrozenWithEachJobAndRemembered(FxRobot robot) {
    showQueue(robot);
    BatchPanel panel = (BatchPanel) anywhere("batch-list", ListView.class).getParent();
    assertThat(anywhere("batch-add", Button.class).isDisabled()).as("no photo is open").isTrue();
    rig.open(robot, "a.png");
    assertThat(anywhere("batch-add", Button.class).isDisabled()).isFalse();
    @SuppressWarnings("unchecked")
    ComboBox<Optional<OutputFormat>> format =
        (ComboBox<Optional<OutputFormat>>) anywhere("batch-format", ComboBox.class);
    assertThat(format.getItems()).doesNotContain(Optional.of(OutputFormat.DNG));

    robot.interact(() -> panel.add(folder));
    robot.interact(() -> format.setValue(Optional.of(OutputFormat.TIFF32F)));
    robot.interact(() -> panel.add(folder));
    waitFor(() -> queue.queued.size() == 2);

    assertThat(queue.queued)
        .extracting(BatchService.Order::format)
        .containsExactly(Optional.empty(), Optional.of(OutputFormat.TIFF32F));
    assertThat(rig.settings.text("queueFormat")).contains("TIFF32F");
  }

  @Test
  void photosThatCannotBeOpenedAreNotQueuedAndNamed(FxRobot robot) {
    rig.open(robot, "broken.dng");
    rig.open(robot, "a.png");
    showQueue(robot);
    BatchPanel panel = (BatchPanel) anywhere("batch-list", ListView.class).getParent();
    robot.interact(() -> panel.add(folder));
    waitFor(() -> anywhere("batch-summary", Label.class).getText().contains("broken.dng"));
    assertThat(queue.queued)
        .extracting(o -> o.photo().getFileName().toString())
        .containsExactly("a.png");
  }

  @Test
  void whatWaitsSinceTheLastTimeIsSaidAtTheStart(FxRobot robot) {
    queue.waiting = 2;
    robot.interact(rig.window::recover);
    waitFor(() -> rig.shown("show-queue"));
    assertThat(rig.window.lookupAll(".notification"))
        .extracting(n -> ((Notification) n).getMessage())
        .containsExactly("Photos that wait in the queue: 2");
    fire(robot, "show-queue");
    waitFor(() -> anywhere("batch-list", ListView.class) != null);
  }

  @Test
  void aJobSaysWithWhatItIsDoneAndWhatBecomesOfIt(FxRobot robot) {
    showQueue(robot);
    List<String> said =
        anywhere("batch-list", ListView.class).lookupAll(".list-cell").stream()
            .map(n -> ((ListCell<?>) n).getAccessibleText())
            .filter(text -> text != null && !text.isEmpty())
            .distinct()
            .toList();
    assertThat(said)
        .containsExactlyInAnyOrder(
            "a.dng, Done, isp-fast \u00b7 usual settings \u2192 a.tif",
            "b.dng, Being enhanced, isp-fast \u00b7 Noise level \u00d72.00 \u2192 b.tif");
  }

  @Test
  void theQueueShowsEveryJobAndItsTotals(FxRobot robot) {
    showQueue(robot);
    waitFor(
        () -> anywhere("batch-summary", Label.class).getText().startsWith("1 of 2 done, 0 failed"));
    assertThat(anywhere("batch-summary", Label.class).getText()).contains("about 40");
    Screenshots.take(anywhere("batch-list", ListView.class).getScene().getRoot(), "queue");
    fire(robot, "batch-pause");
    waitFor(() -> queue.done.contains("pause true"));
    robot.interact(() -> anywhere("batch-list", ListView.class).getSelectionModel().select(1));
    fire(robot, "batch-cancel");
    waitFor(() -> queue.done.contains("cancel 2"));
    fire(robot, "batch-clear");
    waitFor(() -> queue.done.contains("clear"));
  }

  @Test
  void filesBesideResultsAreWantedInTheMenuAndInThePanelAlike(FxRobot robot) {
    assertThat(queue.done).containsExactly("sidecars false");
    showQueue(robot);
    CheckBox wish = anywhere("batch-sidecars", CheckBox.class);
    robot.interact(() -> wish.setSelected(true));
    assertThat(queue.done).endsWith("sidecars true");
    assertThat(rig.window.windows().queue().sidecarsProperty().get()).isTrue();
    assertThat(rig.settings.text("sidecars")).isPresent();
    robot.interact(() -> rig.window.windows().queue().sidecarsProperty().set(false));
    assertThat(wish.isSelected()).isFalse();
    assertThat(rig.settings.text("sidecars")).isEmpty();
  }

  @Test
  void aReportIsWrittenAndTheWindowSaysWhere(FxRobot robot) {
    Path page = folder.resolve("queue.html");
    robot.interact(() -> rig.window.windows().queue().report(page));
    waitFor(() -> queue.done.contains("report queue.html"));
    waitFor(
        () ->
            rig.window.lookupAll(".notification").stream()
                .anyMatch(
                    n ->
                        n instanceof Notification notice
                            && notice.getMessage().contains(page.toString())));
  }

  @Test
  void aReportThatCannotBeWrittenIsSaid(FxRobot robot) {
    Path nowhere = folder.resolve("nowhere").resolve("queue.html");
    robot.interact(() -> rig.window.windows().queue().report(nowhere));
    waitFor(
        () ->
            robot.listWindows().stream()
                .flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
                .anyMatch(n -> ((Label) n).getText().contains(nowhere.toString())));
  }
}
