package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;

/**
 * The IHDR chunk of a PNG file.
 *
 * @param size width and height
 * @param depth bits of a stored sample: 1, 2, 4, 8 or 16
 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 * @param interlaced whether the rows come in the seven passes of Adam7
 */
record PngHeader(Size size, int depth, int colourType, boolean interlaced) {

  static final int PALETTE = 3;

  private static final int BYTES = 13;

  static PngHeader read(FileView view, long at, int length) throws PhotoException {
    if (length != BYTES) {
      throw view.damaged("has an IHDR chunk of " + length + " bytes instead of " + BYTES);
    }
    long width = view.u32(at);
    long height = view.u32(at + 4);
    BitmapLimits.checkSize(view.path(), width, height);
    int depth = view.u8(at + 8);
    int colourType = view.u8(at + 9);
    if (!depthAllowed(depth, colourType)) {
      throw view.damaged("declares " + depth + " bits for PNG colour type " + colourType);
    }
    if (view.u8(at + 10) != 0 || view.u8(at + 11) != 0 || view.u8(at + 12) > 1) {
      throw view.damaged("declares an unknown PNG compression, filter or interlace method");
    }
    Size size = new Size((int) width, (int) height);
    return new PngHeader(size, depth, colourType, view.u8(at + 12) == 1);
  }

  /** W3C PNG, table 11.1. */
  private static boolean depthAllowed(int depth, int colourType) {
    return switch (colourType) {
      case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  /** Samples of one pixel in the file. */
  int storedChannels() {
    return switch (colourType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  /** Bytes of a filtered row of {@code width} pixels, without its filter byte. */
  long rowBytes(int width) {
    return ((long) width * storedChannels() * depth + 7) / 8;
  }

  /** How far the filters look to the left, in bytes. */
  int filterDistance() {
    return Math.max(1, storedChannels() * depth / 8);
  }
}
