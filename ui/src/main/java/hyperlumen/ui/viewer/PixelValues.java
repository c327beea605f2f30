package hyperlumen.ui.viewer;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.ui.image.PictureSource;

/**
 * The stored values of a small part of a picture, read at once.
 *
 * @param source the picture
 * @param version the picture's version before reading
 * @param region which part
 * @param rgb three values per pixel, row by row, as stored
 * @param argb the pixels as displayed; alpha 0 where the picture is still missing
 */
record PixelValues(PictureSource source, long version, Region region, int[] rgb, int[] argb) {

  static PixelValues of(PictureSource source, Region region) throws PhotoException {
    long version = source.version();
    int[] rgb = new int[3 * (int) region.pixels()];
    int[] argb = new int[(int) region.pixels()];
    source.values(region, rgb);
    source.fill(region, argb);
    return new PixelValues(source, version, region, rgb, argb);
  }

  /** Index of a pixel in {@link #argb}; -1 outside the part that was read. */
  int index(int x, int y) {
    boolean inside = x >= region.x() && y >= region.y() && x < region.endX() && y < region.endY();
    return inside ? (y - region.y()) * region.width() + x - region.x() : -1;
  }

  /** Whether black is easier to read on the pixel than white. */
  boolean isBright(int index) {
    int p = argb[index];
    return 2 * (p >> 16 & 255) + 5 * (p >> 8 & 255) + (p & 255) > 8 * 128;
  }
}
