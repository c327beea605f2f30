package hyperlumen.ui.image;

/** Halves a tile: every pixel is the rounded mean of the (up to) 2 x 2 pixels it covers. */
final class BoxReduction {

  private BoxReduction() {}

  /**
   * Writes the halved {@code tile} to {@code target} at (left, top).
   *
   * @param targetWidth columns of the target's rows
   */
  static void into(int[] target, int targetWidth, int left, int top, Tile tile) {
    int halfWidth = (tile.width() + 1) / 2;
    int halfHeight = (tile.height() + 1) / 2;
    int[] from = tile.argb();
    for (int y = 0; y < halfHeight; y++) {
      int upper = 2 * y * tile.width();
      int lower = Math.min(2 * y + 1, tile.height() - 1) * tile.width();
      int to = (top + y) * targetWidth + left;
      for (int x = 0; x < halfWidth; x++) {
        int x0 = 2 * x;
        int x1 = Math.min(x0 + 1, tile.width() - 1);
        target[to + x] =
            mean(from[upper + x0], from[upper + x1], from[lower + x0], from[lower + x1]);
      }
    }
  }

  /** The mean of four pixels; transparent ones do not count. */
  static int mean(int a, int b, int c, int d) {
    if ((a & b & c & d) >>> 24 == 255) {
      // Two channels at a time: their sums of four stay below the neighbour's bits.
      int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
      int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x200;
      return 0xff000000 | (redBlue >>> 2 & 0xff00ff) | (green >>> 2 & 0xff00);
    }
    int count = (a >>> 31) + (b >>> 31) + (c >>> 31) + (d >>> 31);
    if (count == 0) {
      return 0;
    }
    int pixel = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int sum = channel(a, shift) + channel(b, shift) + channel(c, shift) + channel(d, shift);
      pixel = pixel << 8 | (sum + count / 2) / count;
    }
    return pixel;
  }

  private static int channel(int argb, int shift) {
    return (argb >>> 31) * (argb >>> shift & 0xff);
  }
}
