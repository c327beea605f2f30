package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.chart.ChartPoint;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.PictureEngine;
import hyperlumen.ui.viewer.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Comparing in the whole window: a noisy landscape, its enhancement, what a weaker program made of
 * it, and how it should look.
 */
@ExtendWith(ApplicationExtension.class)
final class CompareWindowTest {

  @TempDir static Path folder;

  private final PictureEngine engine = new PictureEngine();
  private StudioModel model;
  private MainWindow window;
  private CompareView view;

  @Start
  void show(Stage stage) throws IOException {
    for (String name : List.of("right/a.png", "weaker/a.png")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), new byte[0]);
    }
    FakeService service = new FakeService(new Size(960, 640));
    Theme.DARK.apply();
    model = new StudioModel(service, StudioThreads.start());
    Settings settings = new Settings(folder.resolve("window.properties"));
    window = new MainWindow(model, engine, settings, Texts.in(Locale.ENGLISH), () -> {});
    view = window.view();
    stage.setScene(new Scene(window, 1280, 800));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    model.loadModels();
    model.others().addBaselines(folder.resolve("weaker"));
    model.others().setReference(folder.resolve("right"));
    window.open(List.of(folder.resolve("a.png")));
  }

  @BeforeEach
  void thePhotoIsEnhanced(FxRobot robot) {
    waitFor(() -> model.canEnhance() && view.slots().size() == 3);
    robot.interact(() -> model.enhance());
    waitFor(() -> view.slots().size() == 4 && model.runProperty().get() == null);
    robot.interact(() -> view.requestFocus());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> model.close());
    engine.close();
  }

  private static void waitFor(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("did not happen within 60 s", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The notes under the captions of the panes that show, in the panes' order. */
  private List<String> notes() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            view.lookupAll(".pane-note").stream()
                .filter(n -> n.getParent().isVisible())
                .map(n -> ((Label) n).getText())
                .toList());
  }

  @Test
  void everySourceHasAPaneAndItsFigures(FxRobot robot) {
    robot.interact(() -> view.modeProperty().set(CompareMode.GRID));
    assertThat(view.slots())
        .extracting(Slot::title)
        .containsExactly("Before", "After \u00b7 Fast denoiser", "weaker", "Reference");
    waitFor(() -> notes().stream().filter(n -> n.contains("MS-SSIM")).count() == 2);
    // Noise of 0.1 and 0.03, a little less where it is clipped; the result is the reference.
    List<String> notes = notes();
    assertThat(notes.get(0)).startsWith("PSNR 20.").contains("SSIM 0.");
    assertThat(notes.get(1)).isEqualTo("identical to the reference");
    assertThat(notes.get(2)).startsWith("PSNR 30.");
    assertThat(notes.get(3)).isEmpty();
    assertThat(model.selectedProperty().get().runs().getFirst().qualityProperty().get().psnr())
        .isInfinite();
    robot.interact(() -> view.selectionProperty().set(new Region(200, 300, 320, 240)));
    waitFor(() -> notes().getFirst().contains("320 \u00d7 240: PSNR "));
    Screenshots.take(window, "compare-grid");
  }

  @Test
  void keysShowLoupesTilesAndColoursOfTheDifference(FxRobot robot) {
    robot.type(KeyCode.T);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.tilePlanProperty().get().tiles()).hasSize(150);
    robot.moveTo(point(0.4, 0.6));
    Screenshots.take(window, "compare-tiles");
    robot.type(KeyCode.T, KeyCode.L, KeyCode.P);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.tilePlanProperty().get()).isNull();
    assertThat(view.loupeProperty().get()).isTrue();
    robot.moveTo(point(0.3, 0.5));
    Screenshots.take(window, "compare-loupe");
    robot.type(KeyCode.L, KeyCode.D, KeyCode.C, KeyCode.C);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.differenceMapProperty().get()).isEqualTo(DifferenceMap.FALSE_COLOUR);
    Screenshots.take(window, "compare-false-colour");
  }

  @Test
  void theHighestZoomsShowNumbers(FxRobot robot) {
    robot.interact(
        () -> {
          view.modeProperty().set(CompareMode.SIDE_BY_SIDE);
          view.viewport().zoomTo(64);
        });
    Screenshots.take(window, "compare-numbers");
    assertThat(view.viewProperty().get().zoom()).isEqualTo(64);
  }

  @Test
  void runsHaveATableAndAChartThatCanBeExported(FxRobot robot) throws IOException {
    robot.interact(() -> model.noiseProperty().set(2));
    robot.interact(() -> model.enhance());
    waitFor(() -> model.runProperty().get() == null && view.slots().size() == 5);
    PhotoItem item = model.selectedProperty().get();
    waitFor(() -> item.runs().stream().allMatch(r -> r.qualityProperty().get() != null));
    // The service's results equal the reference; a chart needs results that differ from it.
    robot.interact(
        () -> {
          item.runs().getFirst().qualityProperty().set(quality(30.5, 0.91));
          item.runs().getLast().qualityProperty().set(quality(31.25, 0.93));
        });
    robot.interact(window.windows()::showRuns);
    Stage runs = (Stage) Window.getWindows().getLast();
    RunsPane pane = (RunsPane) runs.getScene().getRoot();
    assertThat(pane.chart().points())
        .extracting(ChartPoint::label)
        .containsExactly("denoise-fast", "denoise-fast \u00d72.00");
    assertThat(pane.chart().points()).extracting(ChartPoint::y).containsExactly(30.5, 31.25);
    assertThat(((TableView<?>) pane.lookup("#runs")).getItems()).hasSize(2);
    Screenshots.take(pane, "runs");
    for (RunsPane.Export kind : RunsPane.Export.values()) {
      byte[] content =
          WaitForAsyncUtils.waitForAsyncFx(
              20_000, () -> RunsExport.content(pane, kind, Locale.ENGLISH));
      RunsExport.write(content, folder.resolve("runs." + kind));
    }
    assertThat(Files.readAllLines(folder.resolve("runs.CSV")))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("\"a.png\",0.6144,2,\"denoise-fast\",")
        .endsWith(",2,31.25,0.93,");
    assertThat(ImageIO.read(folder.resolve("runs.PNG").toFile()).getWidth()).isGreaterThan(900);
    assertThat(Files.readString(folder.resolve("runs.SVG"))).contains("<circle");
    robot.interact(runs::hide);
  }

  private static Quality quality(double psnr, double ssim) {
    return new Quality(psnr, OptionalDouble.of(ssim), OptionalDouble.empty());
  }

  @Test
  void aFileThatCannotBeWrittenSaysWhich() {
    Path nowhere = folder.resolve("no-such-folder/runs.csv");
    assertThatThrownBy(() -> RunsExport.write(new byte[3], nowhere))
        .isInstanceOf(PhotoException.class)
        .hasMessageContaining("runs.csv")
        .hasMessageContaining("its folder does not exist");
  }

  private Point2D point(double x, double y) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> view.localToScreen(view.getWidth() * x, view.getHeight() * y));
  }
}
