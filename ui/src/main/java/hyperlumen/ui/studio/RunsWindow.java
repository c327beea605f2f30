package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window with runs and chart; one at a time, opened again it comes to the front. */
final class RunsWindow {

  private static final String FOLDER = "exportFolder";

  /** The table with all of its columns, and room for the chart. */
  private static final double WIDTH = 1320;

  private static final double HEIGHT = 720;

  /** Of the screen at the most, so that the window's frame fits, too. */
  private static final double SHARE = 0.94;

  private final StudioModel model;
  private final Settings settings;
  private final Texts texts;
  private final Consumer<Failure> onFailure;
  private final Executor writer = StudioThreads.ofView("export");
  private Stage stage;
  private RunsPane pane;

  RunsWindow(StudioModel model, Settings settings, Texts texts, Consumer<Failure> onFailure) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    this.onFailure = onFailure;
  }

  /** Shows the window over {@code owner}, in the colours of {@code theme}. */
  void show(Window owner, Theme theme) {
    if (stage == null) {
      pane = new RunsPane(model, texts, this::export);
      stage = new Stage();
      stage.initOwner(owner);
      stage.setTitle(texts.get("runs.title"));
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setScene(
          new Scene(
              pane,
              Math.min(WIDTH, SHARE * screen.getWidth()),
              Math.min(HEIGHT, SHARE * screen.getHeight())));
      stage
          .getScene()
          .getAccelerators()
          .put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), stage::hide);
    }
    theme.dress(pane);
    stage.show();
    stage.toFront();
  }

  private void export(RunsPane.Export kind) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("runs.exportTitle", kind.name()));
    settings
        .text(FOLDER)
        .map(File::new)
        .filter(File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    chooser.setInitialFileName("runs." + kind.name().toLowerCase(Locale.ROOT));
    File chosen = chooser.showSaveDialog(stage);
    if (chosen != null) {
      settings.set(FOLDER, chosen.getAbsoluteFile().getParentFile());
      write(kind, chosen.toPath());
    }
  }

  /** Writes to {@code file} in the background. */
  void write(RunsPane.Export kind, Path file) {
    byte[] content = RunsExport.content(pane, kind, texts.locale());
    writer.execute(
        () -> {
          try {
            RunsExport.write(content, file);
          } catch (PhotoException e) {
            Platform.runLater(() -> onFailure.accept(Failure.of(e)));
          }
        });
  }
}
