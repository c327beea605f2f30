package hyperlumen.ui.studio;

import hyperlumen.photo.Region;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.service.BatchService.Stand;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.CompareView;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Goes through the program as the guide does and writes what it looks like, chapter by chapter. */
final class GuidePictures {

  /** Photos keep their looks and letters stay sharp. */
  private static final float JPEG_QUALITY = 0.86f;

  private final FxRobot robot;
  private final StudioModel model;
  private final Path folder;

  GuidePictures(FxRobot robot, StudioModel model, Path folder) {
    this.robot = robot;
    this.model = model;
    this.folder = folder;
  }

  void waitFor(BooleanSupplier condition) {
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

  /** Runs the chosen model and waits until its quality is measured, if there is a reference. */
  PhotoRun enhance(double noise) {
    waitFor(model::canEnhance);
    robot.interact(() -> model.noiseProperty().set(noise));
    robot.interact(() -> model.enhance());
    waitFor(() -> model.runProperty().get() == null);
    PhotoRun run = model.selectedProperty().get().runs().getLast();
    waitFor(() -> run.qualityProperty().get() != null || model.others().sources().isEmpty());
    return run;
  }

  /** The first page. */
  void beginning(MainWindow window) {
    waitFor(() -> !model.models().isEmpty());
    take(window, "welcome.png");
  }

  /** A RAW photo with its development, and the result. */
  void developing(MainWindow window) {
    waitFor(model::canEnhance);
    enhance(1);
    robot.interact(model.peak()::measure);
    waitFor(() -> model.peak().flopsProperty().get().isPresent());
    take(window, "window.jpg");
  }

  /** The ways to compare. */
  void comparing(MainWindow window) {
    CompareView view = window.view();
    waitFor(() -> view.slots().size() == 2);
    enhance(0.5);
    enhance(1);
    take(window, "denoised.jpg");
    robot.interact(
        () -> {
          view.selectionProperty().set(new Region(500, 300, 200, 180));
          view.modeProperty().set(CompareMode.GRID);
          view.viewport().zoomTo(1);
        });
    take(window, "compare-grid.jpg");
    robot.interact(
        () -> {
          view.selectionProperty().set(null);
          view.modeProperty().set(CompareMode.DIFFERENCE);
          view.differenceMapProperty().set(DifferenceMap.FALSE_COLOUR);
          view.gainProperty().set(8);
          view.viewport().fit();
        });
    take(window, "compare-difference.jpg");
    robot.interact(
        () -> {
          view.modeProperty().set(CompareMode.SIDE_BY_SIDE);
          view.loupeProperty().set(true);
        });
    Point2D at =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> view.localToScreen(view.getWidth() * 0.3, view.getHeight() * 0.5));
    robot.moveTo(at);
    take(window, "compare-loupe.jpg");
    robot.interact(
        () -> {
          view.loupeProperty().set(false);
          view.viewport().zoomTo(64);
        });
    take(window, "compare-numbers.jpg");
    robot.interact(
        () -> {
          view.modeProperty().set(CompareMode.SPLIT);
          view.viewport().fit();
        });
  }

  /** The windows beside the main one. */
  void windows(MainWindow window) {
    StudioWindows windows = window.windows();
    windowOf(windows::showRuns, "runs.png");
    windowOf(windows::showModels, "models.png");
    windowOf(() -> windows.showShortcuts((MenuBar) window.lookup(".menu-bar")), "shortcuts.png");
    queue(windows);
    robot.interact(window::showPalette);
    robot.interact(() -> ((TextField) window.lookup("#palette-search")).setText("diff"));
    take(window, "palette.jpg");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
  }

  /** Two jobs, one of them at work. */
  private void queue(StudioWindows windows) {
    Path results;
    try {
      results = Files.createTempDirectory("queue-results");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    robot.interact(windows::showBatch);
    Window shown = Window.getWindows().getLast();
    Node panel = shown.getScene().getRoot();
    BatchPanel content = (BatchPanel) panel.lookup(".batch-panel");
    robot.interact(() -> content.add(results));
    waitFor(() -> content.rows().size() == 2);
    robot.interact(() -> ((ButtonBase) panel.lookup("#batch-start")).fire());
    waitFor(() -> content.rows().stream().anyMatch(r -> r.stand() == Stand.DONE));
    write(panel, "queue.png");
    robot.interact(shown::hide);
    waitFor(() -> content.rows().stream().noneMatch(r -> r.stand() == Stand.RUNNING));
  }

  /** The same in light colours. */
  void light(MainWindow window) {
    take(window, "light.jpg");
  }

  /** The same in German. */
  void german(MainWindow window) {
    robot.interact(() -> model.selectedProperty().set(model.photos().getFirst()));
    waitFor(() -> model.selectedProperty().get().photoProperty().get() != null);
    take(window, "german.jpg");
    windowOf(
        () -> window.windows().showShortcuts((MenuBar) window.lookup(".menu-bar")),
        "german-shortcuts.png");
  }

  private void windowOf(Runnable opens, String name) {
    robot.interact(opens);
    Window shown = Window.getWindows().getLast();
    take(shown.getScene().getRoot(), name);
    robot.interact(shown::hide);
  }

  private void take(Node node, String name) {
    // Nothing tells when the last tile is painted and the last figure measured.
    WaitForAsyncUtils.sleep(5, TimeUnit.SECONDS);
    write(node, name);
  }

  private void write(Node node, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    BufferedImage shot =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> SwingFXUtils.fromFXImage(node.snapshot(null, null), null));
    BufferedImage opaque =
        new BufferedImage(shot.getWidth(), shot.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = opaque.createGraphics();
    g.drawImage(shot, 0, 0, null);
    g.dispose();
    try {
      Files.createDirectories(folder);
      try (OutputStream out = Files.newOutputStream(folder.resolve(name));
          ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
        encode(opaque, name.substring(name.lastIndexOf('.') + 1), stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void encode(BufferedImage image, String format, ImageOutputStream stream)
      throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    ImageWriter writer = writers.next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (format.equals("jpg")) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(JPEG_QUALITY);
    }
    writer.setOutput(stream);
    writer.write(null, new IIOImage(image, null, null), parameters);
    writer.dispose();
  }
}
