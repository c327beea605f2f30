package hyperlumen.ui.service;

import hyperlumen.photo.Orientation;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/** Where a region of the stored picture lies once the picture is upright. */
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
    Size upright = orientation.upright(stored);
    int x0 = back.storedX(region.x(), region.y(), upright);
    int y0 = back.storedY(region.x(), region.y(), upright);
    int x1 = back.storedX(region.endX() - 1, region.endY() - 1, upright);
    int y1 = back.storedY(region.endX() - 1, region.endY() - 1, upright);
    return new Region(
        Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0) + 1, Math.abs(y1 - y0) + 1);
  }
}
