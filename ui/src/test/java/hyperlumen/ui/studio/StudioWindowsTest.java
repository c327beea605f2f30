package hyperlumen.ui.studio;

import static hyperlumen.ui.studio.StudioRig.anywhere;
import static hyperlumen.ui.studio.StudioRig.fire;
import static hyperlumen.ui.studio.StudioRig.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.FakeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What stands around the viewer: first page, adjustments, models, palette, information. */
@ExtendWith(ApplicationExtension.class)
final class StudioWindowsTest {

  @TempDir static Path folder;

  private final FakeLibraries.Models models = new FakeLibraries.Models();
  private StudioRig rig;
  private FakeService service;
  private StudioModel model;
  private MainWindow window;

  @Start
  void show(Stage stage) throws Exception {
    Path own = Files.createTempDirectory(folder, "s");
    rig = new StudioRig(stage, own, new Size(320, 240), Theme.DARK, Locale.ENGLISH);
    service = rig.service;
    model = rig.model;
    window = rig.window;
    window.setSamples(List.of(Path.of("raw-sample.dng"), Path.of("noisy-sample.png")));
    window.setModelLibrary(models);
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  private void open(FxRobot robot, String... names) {
    robot.interact(() -> window.open(List.of(names).stream().map(n -> folder.resolve(n)).toList()));
    waitFor(
        () ->
            model.selectedProperty().get() != null
                && model.selectedProperty().get().photoProperty().get() != null
                && model.modelProperty().get() != null);
  }

  @Test
  void theFirstPageRunsASampleInOneClick(FxRobot robot) {
    waitFor(() -> !model.models().isEmpty());
    Screenshots.take(window, "welcome");
    fire(robot, "sample-raw");
    waitFor(
        () ->
            model.selectedProperty().get() != null
                && model.selectedProperty().get().enhancementProperty().get() != null);
    assertThat(service.requests.getLast().model()).isEqualTo(FakeService.ISP);
  }

  @Test
  void rawPhotosHaveDevelopmentThatIsUndone(FxRobot robot) {
    open(robot, "a.dng");
    waitFor(() -> anywhere("exposure", Slider.class) != null);
    robot.interact(() -> anywhere("exposure", Slider.class).setValue(1.5));
    @SuppressWarnings("unchecked")
    ComboBox<White> white = anywhere("white", ComboBox.class);
    robot.interact(() -> white.getSelectionModel().select(White.SHADE));
    waitFor(
        () ->
            !service.rendered.isEmpty()
                && service.rendered.getLast().rendering().exposure() == 1.5);
    assertThat(anywhere("temperature", Slider.class).isVisible()).isTrue();
    Screenshots.take(window, "develop");
    robot.interact(() -> model.adjustments().undo());
    robot.interact(() -> model.adjustments().undo());
    assertThat(anywhere("exposure", Slider.class).getValue()).isZero();
    assertThat(anywhere("white", ComboBox.class).getValue()).isEqualTo(White.AS_SHOT);
  }

  @Test
  void theMemoryBudgetIsChosenAndTheTilesFollow(FxRobot robot) {
    open(robot, "a.png");
    // 512 MB, 1 GB and so on stand behind the program's own choice.
    robot.interact(() -> StudioWindowsTest.<Integer>choose("memory", 4));
    waitFor(() -> anywhere("memory-tile", Label.class).getText().equals("tiles of 1,024 px"));
    assertThat(service.memory).isEqualTo(4L << 30);
    robot.interact(() -> StudioWindowsTest.<Integer>choose("memory", 1));
    waitFor(() -> anywhere("memory-tile", Label.class).getText().equals("tiles of 512 px"));
    assertThat(service.memory).isEqualTo(512L << 20);
    assertThat(rig.settings.number("memory")).contains((double) (512L << 20));
  }

  @Test
  void theStripIsFilteredAndSorted(FxRobot robot) {
    open(robot, "b10.png", "b9.dng", "a.png");
    robot.interact(() -> choose("library-filter", PhotoFilter.FINISHED));
    robot.interact(() -> choose("library-order", PhotoOrder.NAME));
    assertThat(names()).containsExactly("a.png", "b10.png");
    assertThat(anywhere("library-count", Label.class).getText()).isEqualTo("2 of 3");
    robot.interact(() -> choose("library-filter", PhotoFilter.ALL));
    assertThat(names()).containsExactly("a.png", "b9.dng", "b10.png");
  }

  @SuppressWarnings("unchecked")
  private static <E> void choose(String id, E value) {
    ((ComboBox<E>) anywhere(id, ComboBox.class)).setValue(value);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Object item : anywhere("library", ListView.class).getItems()) {
      names.add(((PhotoItem) item).name());
    }
    return names;
  }

  @Test
  void modelsShowTheirCostAndAreAddedAndSwitchedOff(FxRobot robot) {
    open(robot, "a.png");
    robot.interact(window.windows()::showModels);
    waitFor(
        () ->
            anywhere("cost-denoise-fast", Label.class) != null
                && anywhere("cost-denoise-fast", Label.class).getText().contains("23"));
    Screenshots.take(anywhere("model-message", Label.class).getScene().getRoot(), "models");
    fire(robot, "enable-denoise-fast");
    waitFor(() -> models.done.contains("disable denoise-fast"));
    assertThat(anywhere("remove-denoise-fast", Button.class)).isNull();

    ModelBrowser.Choosers choosers =
        new ModelBrowser.Choosers() {
          @Override
          public Path onnxFile() {
            return Path.of("bad.onnx");
          }

          @Override
          public Path modelFolder() {
            return null;
          }
        };
    robot.interact(
        () ->
            window
                .getChildren()
                .add(
                    new ModelBrowser(
                        model,
                        models,
                        service,
                        model.threads(),
                        choosers,
                        Texts.in(Locale.ENGLISH))));
    robot.interact(
        () -> {
          ((TextField) window.lookup("#model-halo")).setText("12");
          ((Button) window.lookup("#add-graph")).fire();
        });
    waitFor(() -> ((Label) window.lookup("#model-message")).getText().contains("is no ONNX graph"));
    assertThat(models.done).contains("graph bad.onnx OptionalInt[12]");
  }

  @Test
  void anyActionIsFoundByAFewLetters(FxRobot robot) {
    open(robot, "a.png");
    robot.interact(window::showPalette);
    robot.interact(() -> anywhere("palette-search", TextField.class).setText("sysinf"));
    Screenshots.take(window, "palette");
    ListView<?> found = anywhere("palette-list", ListView.class);
    assertThat(((CommandPalette.Command) found.getItems().getFirst()).path())
        .contains("System information");
    robot.press(javafx.scene.input.KeyCode.ENTER).release(javafx.scene.input.KeyCode.ENTER);
    waitFor(() -> anywhere("text", TextArea.class) != null);
    assertThat(anywhere("text", TextArea.class).getText())
        .contains("Java: ", "Model denoise-fast: 3fa9c1")
        .doesNotContain(System.getProperty("user.home") + "/");
    assertThat(window.lookup("#palette-search")).isNull();
    assertThat(CommandPalette.score("xq", "File")).isNegative();
    assertThat(CommandPalette.score("open", "File \u203a Open"))
        .isLessThan(CommandPalette.score("fop", "File \u203a Open"));
  }
}
