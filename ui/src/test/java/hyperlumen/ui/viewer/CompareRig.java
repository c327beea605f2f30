package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.Texts;
import hyperlumen.ui.image.StoredPicture;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A viewer with a red picture before and a blue one after, 800 x 600 in a window of that size, and
 * what tests of it ask and wait for.
 */
@ExtendWith(ApplicationExtension.class)
abstract class CompareRig {

  static final int RED = 0xffc00000;
  static final int BLUE = 0xff0000c0;

  final PictureEngine engine = new PictureEngine();
  final StoredPicture before = plain(RED);
  final StoredPicture after = plain(BLUE);
  CompareView view;

  static Slot slot(String title, Slot.Role role, StoredPicture picture) {
    return new Slot(title, role, title, picture);
  }

  static StoredPicture plain(int colour) {
    int[] argb = new int[800 * 600];
    Arrays.fill(argb, colour);
    return StoredPicture.of(new Size(800, 600), argb);
  }

  /**
   * Shows the view; called from each test's own start method, since TestFX sees no inherited one.
   */
  void open(Stage stage) {
    view = new CompareView(engine, Texts.in(Locale.ENGLISH));
    stage.setScene(new Scene(new StackPane(view), 800, 600));
    // JavaFX's headless robot scrolls at screen coordinates as if they were the window's.
    stage.setX(0);
    stage.setY(0);
    stage.show();
    view.setSlots(
        List.of(slot("Before", Slot.Role.BEFORE, before), slot("After", Slot.Role.RESULT, after)));
    view.requestFocus();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** The screen point of (x, y) in the view, asked for on the FX thread. */
  Point2D at(double x, double y) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.localToScreen(x, y));
  }

  int colourAt(int x, int y) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> view.snapshot(null, new WritableImage(800, 600)).getPixelReader().getArgb(x, y));
  }

  /** Waits until the picture shows {@code colour} at (x, y). */
  void expect(int x, int y, int colour) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> colourAt(x, y) == colour);
    } catch (TimeoutException e) {
      assertThat(Integer.toHexString(colourAt(x, y)))
          .as("colour at %d, %d", x, y)
          .isEqualTo(Integer.toHexString(colour));
    }
  }

  void fx(FxRobot robot, Runnable action) {
    robot.interact(action);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
