package hyperlumen.ui.viewer;

import hyperlumen.ui.image.TilePyramid;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/**
 * One picture in one pane: an image of exactly the pane's device pixels, repainted in the
 * background whenever the view, the size or the picture changes.
 *
 * <p>The FX thread only copies the finished pixels. For the FX thread, but {@link #requestPaint}
 * may be called from any.
 */
final class PictureLayer extends Region {

  private record Job(TilePyramid pyramid, View view, int width, int height) {}

  private final PictureEngine engine;
  private final ImageView image = new ImageView();
  private final PicturePainter painter = new PicturePainter();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Runnable repaint = this::requestPaint;
  private volatile Job job;
  private int[] painted = new int[0];
  private PixelBuffer<IntBuffer> pixels;
  private TilePyramid pyramid;
  private View view = new View(1, 0, 0);
  private double scale = 1;

  PictureLayer(PictureEngine engine) {
    this.engine = engine;
    image.setSmooth(false);
    getChildren().add(image);
    setMouseTransparent(true);
  }

  /** Shows {@code newPyramid}, which the caller owns; null shows nothing. */
  void setPyramid(TilePyramid newPyramid) {
    if (pyramid == newPyramid) {
      return;
    }
    if (pyramid != null) {
      pyramid.removeListener(repaint);
    }
    pyramid = newPyramid;
    if (newPyramid == null) {
      image.setImage(null);
      pixels = null;
    } else {
      newPyramid.addListener(repaint);
    }
    update();
  }

  /**
   * Sets what shows.
   *
   * @param deviceScale device pixels per unit of the scene
   */
  void setView(View newView, double deviceScale) {
    view = newView;
    scale = deviceScale;
    update();
  }

  @Override
  protected void layoutChildren() {
    update();
  }

  private void update() {
    int width = (int) Math.round(getWidth() * scale);
    int height = (int) Math.round(getHeight() * scale);
    job = pyramid == null || width < 1 || height < 1 ? null : new Job(pyramid, view, width, height);
    requestPaint();
  }

  /** Paints soon; any number of requests before that count as one. */
  void requestPaint() {
    if (job != null && scheduled.compareAndSet(false, true)) {
      engine.paint(this::paint);
    }
  }

  /** On the painting thread. The next paint waits until the FX thread has taken this one. */
  private void paint() {
    Job now = job;
    if (now == null) {
      scheduled.set(false);
      return;
    }
    if (painted.length < now.width * now.height) {
      painted = new int[now.width * now.height];
    }
    long version = now.pyramid.changeCount();
    painter.paint(now.pyramid, now.view, now.width, now.height, painted);
    Platform.runLater(() -> present(now, version));
  }

  private void present(Job done, long version) {
    if (done.pyramid == pyramid) {
      if (pixels == null || pixels.getWidth() != done.width || pixels.getHeight() != done.height) {
        pixels =
            new PixelBuffer<>(
                done.width,
                done.height,
                IntBuffer.allocate(done.width * done.height),
                PixelFormat.getIntArgbPreInstance());
        image.setImage(new WritableImage(pixels));
      }
      pixels.updateBuffer(
          buffer -> {
            buffer.getBuffer().clear().put(painted, 0, done.width * done.height).clear();
            return null;
          });
      image.setFitWidth(done.width / scale);
      image.setFitHeight(done.height / scale);
    }
    scheduled.set(false);
    if (!done.equals(job) || done.pyramid.changeCount() != version) {
      requestPaint();
    }
  }
}
