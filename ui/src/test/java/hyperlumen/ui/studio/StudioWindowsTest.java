package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.model.ModelException;
import hyperlumen.photo.Size;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.service.ModelLibrary;
import hyperlumen.ui.viewer.PictureEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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

/** What stands around the viewer: first page, adjustments, models, queue, palette, information. */
@ExtendWith(ApplicationExtension.class)
final class StudioWindowsTest {

  @TempDir static Path folder;

  private final PictureEngine engine = new PictureEngine();
  private final Models models = new Models();
  private final Queue queue = new Queue();
  private FakeService service;
  private StudioModel model;
  private MainWindow window;
  private Stage stage;

  @Start
  void show(Stage shown) throws Exception {
    stage = shown;
    service = new FakeService(new Size(320, 240));
    Theme.DARK.apply();
    model = new StudioModel(service, StudioThreads.start());
    Settings settings =
        new Settings(Files.createTempDirectory(folder, "s").resolve("w.properties"));
    window = new MainWindow(model, engine, settings, Texts.in(Locale.ENGLISH), () -> {});
    window.setSamples(List.of(Path.of("raw-sample.dng"), Path.of("noisy-sample.png")));
    window.setModelLibrary(models);
    window.setBatchService(queue);
    stage.setScene(new Scene(window, 1280, 800));
    stage.show();
    model.loadModels();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(
        () -> {
          List.copyOf(Window.getWindows()).stream()
              .filter(w -> !w.equals(stage))
              .forEach(Window::hide);
          model.close();
        });
    engine.close();
  }

  private static void waitFor(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition::getAsBoolean));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("did not happen within 60 s", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <N extends Node> N anywhere(String id, Class<N> type) {
    return WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () ->
            List.copyOf(Window.getWindows()).stream()
                .map(w -> w.getScene().getRoot().lookup("#" + id))
                .filter(Objects::nonNull)
                .map(type::cast)
                .findFirst()
                .orElse(null));
  }

  private static void fire(FxRobot robot, String id) {
    waitFor(() -> anywhere(id, ButtonBase.class) != null);
    robot.interact(() -> anywhere(id, ButtonBase.class).fire());
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
    waitFor(() -> !service.rendered.isEmpty() && service.rendered.getLast().exposure() == 1.5);
    assertThat(anywhere("temperature", Slider.class).isVisible()).isTrue();
    Screenshots.take(window, "develop");
    robot.interact(() -> model.adjustments().undo());
    robot.interact(() -> model.adjustments().undo());
    assertThat(anywhere("exposure", Slider.class).getValue()).isZero();
    assertThat(anywhere("white", ComboBox.class).getValue()).isEqualTo(White.AS_SHOT);
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
    robot.interact(window::showModels);
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
  void theQueueShowsEveryJobAndItsTotals(FxRobot robot) {
    robot.interact(window::showBatch);
    waitFor(
        () ->
            anywhere("batch-list", ListView.class) != null
                && anywhere("batch-list", ListView.class).getItems().size() == 2);
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

  @Test
  void everyActionHasAShortcutOfItsOwn() {
    List<String> keys = new ArrayList<>();
    javafx.scene.control.MenuBar menus = (javafx.scene.control.MenuBar) window.lookup(".menu-bar");
    for (CommandPalette.Command command : CommandPalette.commands(menus)) {
      MenuItem item = command.item();
      if (item.getAccelerator() != null) {
        keys.add(item.getAccelerator().getName());
      }
    }
    assertThat(keys).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  @Test
  void everyControlHasANameForAssistiveTechnology(FxRobot robot) {
    open(robot, "a.dng");
    List<String> nameless = new ArrayList<>();
    collect(window, nameless);
    assertThat(nameless).isEmpty();
  }

  private static void collect(Node node, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    boolean asks =
        node instanceof Slider
            || node instanceof ComboBox
            || node instanceof TextField
            || node instanceof ListView;
    boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    boolean bare =
        node instanceof ButtonBase b
            && (b.getText() == null || b.getText().isBlank())
            && b.isFocusTraversable();
    if ((asks || bare) && !named) {
      nameless.add(node.toString());
    }
    if (node instanceof Parent parent && !(node instanceof ComboBox)) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
    }
  }

  /** Remembers what was asked of it. */
  private static final class Models implements ModelLibrary {
    private final List<String> done = new java.util.concurrent.CopyOnWriteArrayList<>();

    @Override
    public List<Entry> entries() {
      return List.of(
          new Entry(FakeService.ISP, false, true), new Entry(FakeService.DENOISER, false, true));
    }

    @Override
    public void setEnabled(String id, boolean enabled) {
      done.add((enabled ? "enable " : "disable ") + id);
    }

    @Override
    public void remove(String id) {
      done.add("remove " + id);
    }

    @Override
    public String addFolder(Path source) {
      return "x";
    }

    @Override
    public String addGraph(Path file, String title, String licence, OptionalInt halo)
        throws ModelException {
      done.add("graph " + file + " " + halo);
      throw new ModelException("bad.onnx was not added: it is no ONNX graph");
    }
  }

  /** One job done, one at work. */
  private static final class Queue implements BatchService {
    private final List<String> done = new java.util.concurrent.CopyOnWriteArrayList<>();

    @Override
    public void add(List<Order> orders, Path target) {
      done.add("add " + orders.size());
    }

    @Override
    public List<Row> rows() {
      return List.of(
          new Row(1, Path.of("a.dng"), Path.of("out/a.tif"), Stand.DONE, 1, "noise=1", ""),
          new Row(2, Path.of("b.dng"), Path.of("out/b.tif"), Stand.RUNNING, .4, "noise=2", ""));
    }

    @Override
    public Totals totals() {
      return new Totals(1, 0, 2, .7, OptionalDouble.of(40), false, true, "");
    }

    @Override
    public void start() {
      done.add("start");
    }

    @Override
    public void setPaused(boolean paused) {
      done.add("pause " + paused);
    }

    @Override
    public void setThreads(int threads) {
      done.add("threads " + threads);
    }

    @Override
    public void cancel(long id) {
      done.add("cancel " + id);
    }

    @Override
    public void retry(long id) {
      done.add("retry " + id);
    }

    @Override
    public void clear() {
      done.add("clear");
    }

    @Override
    public void stop() {
      done.add("stop");
    }
  }
}
