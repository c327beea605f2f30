package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Region;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.LocalEnhanceService;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.PictureEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window with the shipped denoiser on the sample photo, compared with the picture the sample
 * was made from.
 *
 * <p>With {@code -Dhyperlumen.pictures=true} it also writes the pictures of the guide's chapters on
 * comparing to {@code target/screenshots}.
 */
@ExtendWith(ApplicationExtension.class)
final class GuidePicturesTest {

  private static final Path ASSETS = Path.of(System.getProperty("hyperlumen.root"), "assets");
  private static final Path NOISY = ASSETS.resolve("samples/noisy-sample.png");
  private static final Path CLEAN = ASSETS.resolve("samples/noisy-sample-clean.png");
  private static final Path MODELS = ASSETS.resolve("models");

  @TempDir static Path folder;

  private final PictureEngine engine = new PictureEngine();
  private StudioModel model;
  private MainWindow window;
  private CompareView view;

  @BeforeAll
  static void theModelIsThere() {
    assumeTrue(Files.exists(MODELS.resolve("denoise-fast/predict.onnx")));
  }

  @Start
  void show(Stage stage) throws IOException {
    LocalEnhanceService service =
        new LocalEnhanceService(
            ModelStore.open(MODELS),
            folder.resolve("scratch"),
            EnhanceOptions.defaults().withThreads(1));
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
    model.others().setReference(CLEAN);
    window.open(List.of(NOISY));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> model.close());
    engine.close();
  }

  private static void waitFor(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          180,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("did not happen within 180 s", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private PhotoRun enhance(FxRobot robot, double noise) {
    robot.interact(() -> model.noiseProperty().set(noise));
    robot.interact(() -> model.enhance());
    waitFor(() -> model.runProperty().get() == null);
    PhotoRun run = model.selectedProperty().get().runs().getLast();
    waitFor(() -> run.qualityProperty().get() != null);
    return run;
  }

  @Test
  void theDenoiserBringsTheSampleNearerToTheReference(FxRobot robot) {
    waitFor(() -> model.canEnhance() && view.slots().size() == 2);
    Quality weak = enhance(robot, 0.5).qualityProperty().get();
    Quality measured = enhance(robot, 1).qualityProperty().get();
    assertThat(measured.psnr()).isBetween(25.0, 50.0);
    assertThat(measured.ssim().orElseThrow()).isBetween(0.5, 1.0);
    assertThat(weak.psnr()).isNotEqualTo(measured.psnr());
    if (Boolean.getBoolean("hyperlumen.pictures")) {
      takePictures(robot);
    }
  }

  private static void picture(Node node, String name) {
    // Nothing tells when the last tile is painted and the last figure measured.
    WaitForAsyncUtils.sleep(6, TimeUnit.SECONDS);
    Screenshots.take(node, name);
  }

  private void takePictures(FxRobot robot) {
    picture(window, "guide-split");
    robot.interact(
        () -> {
          view.selectionProperty().set(new Region(500, 300, 200, 180));
          view.modeProperty().set(CompareMode.GRID);
          view.viewport().zoomTo(1);
        });
    picture(window, "guide-grid");
    robot.interact(
        () -> {
          view.selectionProperty().set(null);
          view.modeProperty().set(CompareMode.DIFFERENCE);
          view.differenceMapProperty().set(DifferenceMap.FALSE_COLOUR);
          view.gainProperty().set(8);
          view.viewport().fit();
        });
    picture(window, "guide-difference");
    robot.interact(
        () -> {
          view.modeProperty().set(CompareMode.SIDE_BY_SIDE);
          view.loupeProperty().set(true);
        });
    robot.moveTo(
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> view.localToScreen(view.getWidth() * 0.3, view.getHeight() * 0.5)));
    picture(window, "guide-loupe");
    robot.interact(
        () -> {
          view.loupeProperty().set(false);
          view.viewport().zoomTo(64);
        });
    picture(window, "guide-numbers");
    robot.interact(window.windows()::showRuns);
    Stage runs = (Stage) Window.getWindows().getLast();
    picture(runs.getScene().getRoot(), "guide-runs");
    robot.interact(runs::hide);
  }
}
