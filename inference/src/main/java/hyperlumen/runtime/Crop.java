package hyperlumen.runtime;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;

/**
 * Hands on of finished tiles what belongs to the photo: the network's picture may be larger, so
 * that mosaics begin with the same colour.
 *
 * @param photo its place in the network's picture
 */
record Crop(Region photo, NetworkPicture.Sink sink) {

  /**
   * Hands on what lies within the photo.
   *
   * @param kept place of {@code tile} in the network's picture
   */
  void handOn(Region kept, Raster tile) throws PhotoException {
    int x = Math.max(kept.x(), photo.x());
    int y = Math.max(kept.y(), photo.y());
    int width = Math.min(kept.endX(), photo.endX()) - x;
    int height = Math.min(kept.endY(), photo.endY()) - y;
    if (width <= 0 || height <= 0) {
      return;
    }
    Region place = new Region(x - photo.x(), y - photo.y(), width, height);
    if (width == kept.width() && height == kept.height()) {
      sink.finished(place, tile);
      return;
    }
    Raster part = new Raster(3, height, width);
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < height; r++) {
        System.arraycopy(
            tile.samples(),
            tile.index(c, y - kept.y() + r, x - kept.x()),
            part.samples(),
            part.index(c, r, 0),
            width);
      }
    }
    sink.finished(place, part);
  }
}
