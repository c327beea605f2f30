package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.LocalBatchService;
import hyperlumen.ui.service.LocalEnhanceService;
import hyperlumen.ui.service.LocalModelLibrary;
import hyperlumen.ui.viewer.PictureEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The window with the shipped models on the sample photos, compared with the pictures the samples
 * were made from.
 *
 * <p>{@code docs/pictures.sh} has it write the pictures of the guide as well; then the first
 * argument of the property {@code hyperlumen.pictures} is the folder they go to.
 */
@ExtendWith(ApplicationExtension.class)
final class GuidePicturesTest {

  private static final Path ASSETS = Path.of(System.getProperty("hyperlumen.root"), "assets");
  private static final Path SAMPLES = ASSETS.resolve("samples");
  private static final Path MODELS = ASSETS.resolve("models");

  @TempDir static Path folder;

  private final PictureEngine engine = new PictureEngine();
  private ModelStore store;
  private LocalBatchService batch;
  private StudioModel model;
  private MainWindow window;
  private Settings settings;
  private Stage stage;

  @BeforeAll
  static void theModelsAreThere() {
    assumeTrue(Files.exists(MODELS.resolve("denoise-fast/predict.onnx")));
  }

  @Start
  void show(Stage shown) throws IOException {
    stage = shown;
    store = ModelStore.open(MODELS);
    EnhanceOptions options = EnhanceOptions.defaults().withThreads(1);
    model =
        new StudioModel(
            new LocalEnhanceService(store, folder.resolve("scratch"), options, "Hyperlumen"),
            StudioThreads.start());
    batch = new LocalBatchService(folder.resolve("queue.db"), store, options, "Hyperlumen");
    settings = new Settings(Files.createTempDirectory(folder, "w").resolve("window.properties"));
    stage.setX(0);
    stage.setY(0);
    model.loadModels();
    fill(Theme.DARK, Locale.ENGLISH);
    stage.show();
  }

  /** A new main window in these colours and this language, over the same model. */
  private void fill(Theme theme, Locale language) {
    settings.set("theme", theme);
    theme.apply();
    window = new MainWindow(model, engine, settings, Texts.in(language), () -> {});
    window.setModelLibrary(new LocalModelLibrary(store));
    window.setBatchService(batch);
    window.setSamples(
        List.of(SAMPLES.resolve("raw-sample.dng"), SAMPLES.resolve("noisy-sample.png")));
    stage.setScene(new Scene(window, 1280, 800));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> model.close());
    batch.stop();
    engine.close();
  }

  @Test
  void theDenoiserBringsTheSampleNearerToTheReference(FxRobot robot) {
    GuidePictures guide = new GuidePictures(robot, model, folder);
    robot.interact(
        () -> {
          model.others().setReference(SAMPLES.resolve("noisy-sample-clean.png"));
          window.open(List.of(SAMPLES.resolve("noisy-sample.png")));
        });
    guide.waitFor(() -> model.canEnhance() && window.view().slots().size() == 2);
    Quality weak = guide.enhance(0.5).qualityProperty().get();
    Quality measured = guide.enhance(1).qualityProperty().get();
    assertThat(measured.psnr()).isBetween(25.0, 50.0);
    assertThat(measured.ssim().orElseThrow()).isBetween(0.5, 1.0);
    assertThat(weak.psnr()).isNotEqualTo(measured.psnr());
  }

  @Test
  void theGuideHasItsPictures(FxRobot robot) {
    String target = System.getProperty("hyperlumen.pictures");
    assumeTrue(target != null, "docs/pictures.sh asks for them");
    Path pictures = Path.of(System.getProperty("hyperlumen.root")).resolve(target);
    GuidePictures guide = new GuidePictures(robot, model, pictures);
    guide.beginning(window);
    robot.interact(() -> window.open(List.of(SAMPLES.resolve("raw-sample.dng"))));
    guide.developing(window);
    robot.interact(
        () -> {
          model.others().setReference(SAMPLES.resolve("noisy-sample-clean.png"));
          window.open(List.of(SAMPLES.resolve("noisy-sample.png")));
        });
    guide.comparing(window);
    guide.windows(window);
    robot.interact(() -> fill(Theme.LIGHT, Locale.ENGLISH));
    guide.light(window);
    robot.interact(() -> fill(Theme.DARK, Locale.GERMAN));
    guide.german(window);
  }
}
