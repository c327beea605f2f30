package hyperlumen.ui.studio;

import hyperlumen.photo.Size;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.FakeService;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.PictureEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuBar;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A main window over the service for tests, with what tests of it have in common. */
final class StudioRig {

  final FakeService service;
  final Settings settings;
  final StudioModel model;
  final MainWindow window;
  private final PictureEngine engine = new PictureEngine();
  private final Stage stage;
  private final Path folder;

  /** Whether the window wanted to leave the program. */
  boolean quitAsked;

  /** The window in {@code stage}; on the FX thread. */
  StudioRig(Stage stage, Path folder, Size photos, Theme theme, Locale language) {
    this.stage = stage;
    this.folder = folder;
    service = new FakeService(photos);
    settings = new Settings(folder.resolve("window.properties"));
    settings.set("mode", CompareMode.SPLIT);
    settings.set("theme", theme);
    theme.apply();
    model = new StudioModel(service, StudioThreads.start());
    window = new MainWindow(model, engine, settings, Texts.in(language), () -> quitAsked = true);
    stage.setScene(new Scene(window, 1280, 800));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    model.loadModels();
  }

  /** Closes all windows and ends all threads. */
  void close(FxRobot robot) {
    robot.interact(
        () -> {
          List.copyOf(Window.getWindows()).stream()
              .filter(w -> !w.equals(stage))
              .forEach(Window::hide);
          model.close();
          // The stage is shared by all tests: the next one gets its scene's size, not this one's.
          stage.sizeToScene();
        });
    engine.close();
  }

  /** Waits until {@code condition} holds on the FX thread. */
  static void waitFor(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          30,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("did not happen within 30 s", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Opens a photo of the fake service and waits until it is decoded, or cannot be. */
  PhotoItem open(FxRobot robot, String name) {
    waitFor(() -> !model.models().isEmpty());
    robot.interact(() -> window.open(List.of(folder.resolve(name))));
    PhotoItem item = model.selectedProperty().get();
    waitFor(
        () ->
            item.stateProperty().get() == PhotoItem.State.READY
                || item.stateProperty().get() == PhotoItem.State.FAILED);
    return item;
  }

  /** Opens a photo and enhances it. */
  PhotoItem enhanced(FxRobot robot, String name) {
    PhotoItem item = open(robot, name);
    waitFor(model::canEnhance);
    robot.interact(model::enhance);
    waitFor(() -> item.stateProperty().get() == PhotoItem.State.DONE);
    return item;
  }

  /** A node of the main window by its id; null if there is none. */
  <N extends Node> N node(String id, Class<N> type) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> type.cast(window.lookup("#" + id)));
  }

  /** Whether the main window has that node where it can be seen. */
  boolean shown(String id) {
    Node node = node(id, Node.class);
    if (node == null) {
      return false;
    }
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** A node of any window that is open; null if there is none. */
  static <N extends Node> N anywhere(String id, Class<N> type) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            Window.getWindows().stream()
                .map(w -> w.getScene().getRoot().lookup("#" + id))
                .filter(Objects::nonNull)
                .findFirst()
                .map(type::cast)
                .orElse(null));
  }

  /** Presses a button of any window. */
  static void fire(FxRobot robot, String id) {
    waitFor(() -> anywhere(id, ButtonBase.class) != null);
    robot.interact(() -> anywhere(id, ButtonBase.class).fire());
  }

  MenuBar menus() {
    return (MenuBar) window.lookup(".menu-bar");
  }

  Stage stage() {
    return stage;
  }
}
