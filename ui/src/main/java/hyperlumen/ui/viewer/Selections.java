package hyperlumen.ui.viewer;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/** Makes regions of a picture out of points on the screen. */
final class Selections {

  private Selections() {}

  /** The pixels touched by the rectangle between two points; null if there are none. */
  static Region between(Size picture, double x0, double y0, double x1, double y1) {
    int left = inside(Math.floor(Math.min(x0, x1)), picture.width());
    int top = inside(Math.floor(Math.min(y0, y1)), picture.height());
    int right = inside(Math.ceil(Math.max(x0, x1)), picture.width());
    int bottom = inside(Math.ceil(Math.max(y0, y1)), picture.height());
    return right > left && bottom > top ? new Region(left, top, right - left, bottom - top) : null;
  }

  private static int inside(double at, int length) {
    return (int) Math.clamp(at, 0, length);
  }
}
