package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.prism.GraphicsPipeline;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.Texts;
import hyperlumen.ui.image.RasterPicture;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A scripted pan over two pictures of 100 megapixels, split, in 1280 x 800. Prints the FX thread's
 * processor time per pulse and the renderer's name; the goal is 33 ms at the 95th percentile.
 */
@ExtendWith(ApplicationExtension.class)
final class PanTest {

  private static final Size SIZE = new Size(12_000, 8_400);
  private static final int PULSES = 120;

  private final PictureEngine engine = new PictureEngine();
  private CompareView view;

  /** Computed when it is read, so that it takes no memory: the colour tells the place. */
  private record Plasma(int seed) implements RasterSource {
    @Override
    public int channels() {
      return 3;
    }

    @Override
    public Size size() {
      return SIZE;
    }

    @Override
    public void read(Region region, Raster into) {
      for (int c = 0; c < 3; c++) {
        for (int y = 0; y < region.height(); y++) {
          for (int x = 0; x < region.width(); x++) {
            int mixed = (region.x() + x) * (seed + c) ^ (region.y() + y) * 31;
            into.set(c, y, x, (mixed & 255) / 255f);
          }
        }
      }
    }
  }

  @Start
  void show(Stage stage) {
    view = new CompareView(engine, Texts.in(Locale.ENGLISH));
    stage.setScene(new Scene(new StackPane(view), 1280, 800));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    RasterPicture before = RasterPicture.of(new Plasma(7), 8);
    RasterPicture after = RasterPicture.of(new Plasma(13), 8);
    view.setSlots(
        List.of(
            new Slot("before", Slot.Role.BEFORE, "Before", before),
            new Slot("after", Slot.Role.RESULT, "After", after)));
    view.viewport().zoomTo(1);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** Pans a step per pulse and notes the FX thread's processor time from pulse to pulse. */
  private final class Pan extends AnimationTimer {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> milliseconds = new ArrayList<>();
    private long last;

    @Override
    public void handle(long now) {
      long time = threads.getCurrentThreadCpuTime();
      if (last != 0) {
        milliseconds.add((time - last) / 1e6);
      }
      last = time;
      if (milliseconds.size() == PULSES) {
        stop();
      } else {
        view.viewport().panBy(-24, -11);
      }
    }
  }

  @Test
  void aPanOverHundredMegapixelsReachesItsEndAndSaysWhatItTook() throws TimeoutException {
    View start = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.viewport().view());
    Pan pan = new Pan();
    WaitForAsyncUtils.waitForAsyncFx(20_000, pan::start);
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> pan.milliseconds.size() == PULSES));
    double[] sorted = pan.milliseconds.stream().mapToDouble(v -> v).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "Pan at %.0f MPix, %.0f x %.0f, %s: FX thread per pulse median %.1f ms, 95th percentile"
            + " %.1f ms, longest %.1f ms (%d pulses)%n",
        SIZE.megapixels(),
        view.getWidth(),
        view.getHeight(),
        GraphicsPipeline.getPipeline().getClass().getName(),
        sorted[sorted.length / 2],
        sorted[(int) (0.95 * (sorted.length - 1))],
        sorted[sorted.length - 1],
        PULSES);
    View end = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> view.viewport().view());
    assertThat(end.originX()).isEqualTo(start.originX() + 24 * PULSES);
    assertThat(end.originY()).isEqualTo(start.originY() + 11 * PULSES);
    // What shows in the end is the place reached, exactly, on both sides of the divider.
    int[] columns = {100, 1100};
    for (int x : columns) {
      WaitForAsyncUtils.waitFor(
          30, TimeUnit.SECONDS, () -> colourAt(x, 300) == expected(end, x, 300, x < 640 ? 7 : 13));
    }
  }

  private static int expected(View at, int x, int y, int seed) {
    int column = (int) at.pictureX(x);
    int row = (int) at.pictureY(y);
    int[] rgb = new int[3];
    Arrays.setAll(rgb, c -> (column * (seed + c) ^ row * 31) & 255);
    return 0xff000000 | rgb[0] << 16 | rgb[1] << 8 | rgb[2];
  }

  private int colourAt(int x, int y) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> view.snapshot(null, new WritableImage(1280, 800)).getPixelReader().getArgb(x, y));
  }
}
