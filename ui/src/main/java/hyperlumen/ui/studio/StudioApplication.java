package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.viewer.PictureEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * The desktop program. Start it with {@link #launch}, from a main class that is not an {@link
 * Application} itself.
 */
public final class StudioApplication extends Application {

  private static List<Path> files = List.of();
  private static EnhanceService service;
  private static Runnable shown = () -> {};

  private final PictureEngine engine = new PictureEngine();
  private Settings settings;
  private StudioModel model;

  /**
   * Opens the main window with {@code files} and returns once it is closed.
   *
   * @param service does the work
   * @param shown called once, on the JavaFX thread, when the window's first picture is drawn
   */
  public static void launch(List<Path> files, EnhanceService service, Runnable shown) {
    StudioApplication.shown = shown;
    StudioApplication.files = List.copyOf(files);
    StudioApplication.service = service;
    Application.launch(StudioApplication.class);
  }

  @Override
  public void start(Stage stage) {
    settings = Settings.ofUser();
    settings.constant("theme", Theme.class).orElse(Theme.DARK).apply();
    Texts texts = Texts.in(settings.text("language").map(Locale::of).orElse(Locale.getDefault()));
    model = new StudioModel(service, StudioThreads.start());
    MainWindow window = new MainWindow(model, engine, settings, texts, () -> close(stage));
    stage.setScene(new Scene(window));
    stage.setTitle("Hyperlumen");
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
    model.loadModels();
    if (!files.isEmpty()) {
      window.open(files);
    }
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
    model.close();
    engine.close();
    Platform.exit();
  }
}
