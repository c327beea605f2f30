package hyperlumen.ui.viewer;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.PictureSource;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Lines between pixels, and the stored red, green and blue value in each, once a pixel is large
 * enough. Values are read on the painting thread; until they are there the lines show alone.
 */
final class PixelGrid {

  /** Units of the scene per pixel from which lines help more than they hide. */
  static final double LINES_FROM = 16;

  /** Three rows of five digits fit from here on. */
  static final double NUMBERS_FROM = 44;

  /** More texts than this would make panning stutter, and nobody reads so many. */
  private static final int MOST_CELLS = 1200;

  private static final Color LINE = Color.gray(0.5, 0.45);

  private final PictureEngine engine;
  private final Runnable redraw;
  private final AtomicBoolean reading = new AtomicBoolean();
  private PixelValues values;
  private Region wanted;

  /**
   * An empty grid.
   *
   * @param redraw asks for {@link #draw} on the FX thread
   */
  PixelGrid(PictureEngine engine, Runnable redraw) {
    this.engine = engine;
    this.redraw = redraw;
  }

  static boolean shows(View view, double scale) {
    return view.zoom() / scale >= LINES_FROM;
  }

  /** The values shown at present; null while there are none. */
  PixelValues values() {
    return values;
  }

  void draw(GraphicsContext g, PictureSource source, View view, double scale) {
    double cell = view.zoom() / scale;
    Region part = visible(source.size(), view, g, scale);
    if (part == null) {
      return;
    }
    drawLines(g, part, view, scale);
    if (cell < NUMBERS_FROM || part.pixels() > MOST_CELLS) {
      return;
    }
    if (values == null
        || !values.source().equals(source)
        || values.version() != source.version()
        || !values.region().contains(part)) {
      read(source, part);
    }
    if (values != null && values.source().equals(source)) {
      drawNumbers(g, part, view, scale);
    }
  }

  /** The pixels in view; null if there are none. */
  private static Region visible(Size size, View view, GraphicsContext g, double scale) {
    int left = Math.max(0, (int) Math.floor(view.originX()));
    int top = Math.max(0, (int) Math.floor(view.originY()));
    double width = g.getCanvas().getWidth() * scale;
    double height = g.getCanvas().getHeight() * scale;
    int right = Math.min(size.width(), (int) Math.ceil(view.pictureX(width)));
    int bottom = Math.min(size.height(), (int) Math.ceil(view.pictureY(height)));
    return right > left && bottom > top ? new Region(left, top, right - left, bottom - top) : null;
  }

  private static void drawLines(GraphicsContext g, Region part, View view, double scale) {
    g.setStroke(LINE);
    g.setLineWidth(1);
    double top = view.paneY(part.y()) / scale;
    double bottom = view.paneY(part.endY()) / scale;
    for (int x = part.x(); x <= part.endX(); x++) {
      double at = Math.rint(view.paneX(x) / scale) + 0.5;
      g.strokeLine(at, top, at, bottom);
    }
    double left = view.paneX(part.x()) / scale;
    double right = view.paneX(part.endX()) / scale;
    for (int y = part.y(); y <= part.endY(); y++) {
      double at = Math.rint(view.paneY(y) / scale) + 0.5;
      g.strokeLine(left, at, right, at);
    }
  }

  private void drawNumbers(GraphicsContext g, Region part, View view, double scale) {
    double cell = view.zoom() / scale;
    double line = Math.min(16, cell / 3.4);
    g.setFont(Font.font("monospace", line * 0.82));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    for (int y = part.y(); y < part.endY(); y++) {
      for (int x = part.x(); x < part.endX(); x++) {
        int index = values.index(x, y);
        if (index >= 0 && values.argb()[index] >>> 24 != 0) {
          double centreX = view.paneX(x + 0.5) / scale;
          double centreY = view.paneY(y + 0.5) / scale;
          g.setFill(values.isBright(index) ? Color.BLACK : Color.WHITE);
          for (int c = 0; c < 3; c++) {
            String text = Integer.toString(values.rgb()[3 * index + c]);
            g.fillText(text, centreX, centreY + (c - 1) * line, cell - 2);
          }
        }
      }
    }
  }

  private void read(PictureSource source, Region part) {
    wanted = part;
    if (reading.compareAndSet(false, true)) {
      engine.paint(
          () -> {
            PixelValues read = null;
            try {
              read = PixelValues.of(source, part);
            } catch (PhotoException | IllegalStateException e) {
              // Unreadable or closed in the meantime: the lines show alone.
              read = null;
            }
            PixelValues result = read;
            Platform.runLater(() -> take(result, part));
          });
    }
  }

  private void take(PixelValues read, Region part) {
    reading.set(false);
    if (read != null) {
      values = read;
      redraw.run();
    } else if (!part.equals(wanted)) {
      redraw.run();
    }
  }
}
