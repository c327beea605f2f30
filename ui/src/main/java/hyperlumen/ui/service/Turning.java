package hyperlumen.ui.service;

import hyperlumen.photo.Orientation;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/** Where a region of the stored picture lies once its pixels are square and it is upright. */
final class Turning {

  private Turning() {}

  /**
   * The upright place of a stored region.
   *
   * @param stored size of the stored picture
   */
  static Region upright(Region region, Orientation orientation, Size stored) {
    // Going back from upright to stored and forth again are each other's inverse.
    Orientation back =
        switch (orientation) {
          case ROTATE_90 -> Orientation.ROTATE_270;
          case ROTATE_270 -> Orientation.ROTATE_90;
          default -> orientation;
        };
    return stored(region, back, orientation.upright(stored));
  }

  /**
   * The stored place of an upright region.
   *
   * @param stored size of the stored picture
   */
  static Region stored(Region region, Orientation orientation, Size stored) {
    int x0 = orientation.storedX(region.x(), region.y(), stored);
    int y0 = orientation.storedY(region.x(), region.y(), stored);
    int x1 = orientation.storedX(region.endX() - 1, region.endY() - 1, stored);
    int y1 = orientation.storedY(region.endX() - 1, region.endY() - 1, stored);
    return new Region(
        Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0) + 1, Math.abs(y1 - y0) + 1);
  }

  /** The place in a picture of the size {@code to} of a region of the same one of another size. */
  static Region scaled(Region region, Size from, Size to) {
    int x = Math.min(place(region.x(), from.width(), to.width()), to.width() - 1);
    int y = Math.min(place(region.y(), from.height(), to.height()), to.height() - 1);
    return new Region(
        x,
        y,
        Math.max(1, place(region.endX(), from.width(), to.width()) - x),
        Math.max(1, place(region.endY(), from.height(), to.height()) - y));
  }

  private static int place(int at, int from, int to) {
    return (int) Math.round((double) at * to / from);
  }
}
