package hyperlumen.ui.studio;

import hyperlumen.runtime.RuntimeStart;
import hyperlumen.runtime.StateFolder;
import hyperlumen.ui.LogMemory;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.history.RunHistory;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.ModelLibrary;
import hyperlumen.ui.viewer.PictureEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * The desktop program. Start it with {@link #launch}, from a main class that is not an {@link
 * Application} itself.
 */
public final class StudioApplication extends Application {

  private static List<Path> files = List.of();
  private static EnhanceService service;
  private static ModelLibrary models;
  private static BatchService batch;
  private static List<Path> samples = List.of();
  private static Runnable shown = () -> {};

  /** In the folder for what must not be forgotten. */
  private static final String HISTORY = "run-history";

  /** A crash loses at most what was set since. */
  private static final Duration KEPT_EVERY = Duration.seconds(5);

  private final PictureEngine engine = new PictureEngine();
  private Settings settings;
  private StudioModel model;
  private MainWindow window;

  /**
   * Opens the main window with {@code files} and returns once it is closed.
   *
   * @param service does the work
   * @param models for the user to look after
   * @param batch the queue
   * @param samples photos that come with the program, offered while none is open
   * @param shown called once, on the JavaFX thread, when the window's first picture is drawn
   */
  public static void launch(
      List<Path> files,
      EnhanceService service,
      ModelLibrary models,
      BatchService batch,
      List<Path> samples,
      Runnable shown) {
    StudioApplication.shown = shown;
    StudioApplication.files = List.copyOf(files);
    StudioApplication.service = service;
    StudioApplication.models = models;
    StudioApplication.batch = batch;
    StudioApplication.samples = List.copyOf(samples);
    Application.launch(StudioApplication.class);
  }

  @Override
  public void start(Stage stage) {
    LogMemory.start();
    settings = Settings.ofUser();
    settings.constant("theme", Theme.class).orElse(Theme.DEFAULT).apply();
    Texts texts = Texts.in(settings.text("language").map(Locale::of).orElse(Locale.getDefault()));
    // JavaFX's own words, as in its dialogs, follow this.
    Locale.setDefault(Locale.Category.DISPLAY, texts.locale());
    Locale.setDefault(texts.locale());
    model =
        new StudioModel(
            service,
            StudioThreads.start(),
            RunHistory.in(StateFolder.path().resolve(HISTORY), StudioThreads.ofView("history")));
    window = new MainWindow(model, engine, settings, texts, () -> close(stage));
    stage.setScene(new Scene(window));
    stage.titleProperty().bind(window.title());
    for (int size : new int[] {16, 32, 64, 128, 256}) {
      Image icon = icon(size);
      if (icon != null) {
        stage.getIcons().add(icon);
      }
    }
    restore(stage);
    stage.setOnCloseRequest(
        e -> {
          if (!window.mayClose()) {
            e.consume();
          }
        });
    stage.getScene().addPostLayoutPulseListener(firstPicture(stage.getScene()));
    stage.show();
    window.setModelLibrary(models);
    window.setBatchService(batch);
    window.setSamples(samples);
    model.loadModels();
    window.recover();
    keepSession();
    if (!files.isEmpty()) {
      window.open(files);
    }
  }

  private void keepSession() {
    Timeline timer = new Timeline(new KeyFrame(KEPT_EVERY, e -> window.keepSession()));
    timer.setCycleCount(Animation.INDEFINITE);
    timer.play();
  }

  /** Runs {@link #shown} at the second pulse, when what the first one laid out is on the screen. */
  private static Runnable firstPicture(Scene scene) {
    return new Runnable() {
      private int pulses;

      @Override
      public void run() {
        if (++pulses < 2) {
          Platform.requestNextPulse();
        } else {
          scene.removePostLayoutPulseListener(this);
          shown.run();
          RuntimeStart.begin();
        }
      }
    };
  }

  private static Image icon(int size) {
    var resource = StudioApplication.class.getResource("/hyperlumen/ui/icon-" + size + ".png");
    return resource == null ? null : new Image(resource.toExternalForm());
  }

  private static void close(Stage stage) {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  /** Puts the window where it was, if that is still on a screen. */
  private void restore(Stage stage) {
    double width = settings.number("width").orElse(1280.0);
    double height = settings.number("height").orElse(800.0);
    stage.setMinWidth(900);
    stage.setMinHeight(560);
    stage.setWidth(width);
    stage.setHeight(height);
    settings
        .number("x")
        .ifPresent(
            x ->
                settings
                    .number("y")
                    .ifPresent(
                        y -> {
                          if (!Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
                            stage.setX(x);
                            stage.setY(y);
                          }
                        }));
    stage.setMaximized(settings.text("maximised").filter("true"::equals).isPresent());
    stage.setOnHidden(
        e -> {
          settings.set("maximised", stage.isMaximized());
          if (!stage.isMaximized()) {
            settings.set("x", stage.getX());
            settings.set("y", stage.getY());
            settings.set("width", stage.getWidth());
            settings.set("height", stage.getHeight());
          }
          settings.save();
        });
  }

  @Override
  public void stop() {
    batch.stop();
    window.endSession();
    model.close();
    engine.close();
    Platform.exit();
  }
}
