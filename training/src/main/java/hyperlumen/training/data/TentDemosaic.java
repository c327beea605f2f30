package hyperlumen.training.data;

/**
 * Demosaicing of a square RGGB mosaic, mirrored at the border: bilinear, or by colour differences,
 * whose noise is alike in all channels as that of most cameras' methods.
 */
final class TentDemosaic {

  private TentDemosaic() {}

  /** Mosaic [side, side] to planes [3, side, side]. */
  static void apply(float[] mosaic, int side, float[] out) {
    int plane = side * side;
    for (int y = 0; y < side; y++) {
      int up = (y == 0 ? 1 : y - 1) * side;
      int down = (y == side - 1 ? side - 2 : y + 1) * side;
      int row = y * side;
      for (int x = 0; x < side; x++) {
        int left = x == 0 ? 1 : x - 1;
        int right = x == side - 1 ? side - 2 : x + 1;
        float own = mosaic[row + x];
        float horizontal = (mosaic[row + left] + mosaic[row + right]) / 2;
        float vertical = (mosaic[up + x] + mosaic[down + x]) / 2;
        int i = row + x;
        if (((x ^ y) & 1) == 1) {
          boolean redRow = (y & 1) == 0;
          out[i] = redRow ? horizontal : vertical;
          out[plane + i] = own;
          out[2 * plane + i] = redRow ? vertical : horizontal;
        } else {
          float diagonal =
              (mosaic[up + left] + mosaic[up + right] + mosaic[down + left] + mosaic[down + right])
                  / 4;
          boolean red = (y & 1) == 0;
          out[i] = red ? own : diagonal;
          out[plane + i] = (horizontal + vertical) / 2;
          out[2 * plane + i] = red ? diagonal : own;
        }
      }
    }
  }

  /**
   * Green bilinear; red and blue are green plus the bilinear mean of their differences from green.
   *
   * @param scratch at least [3, side, side]
   */
  static void byDifferences(float[] mosaic, int side, float[] out, float[] scratch) {
    apply(mosaic, side, out);
    int plane = side * side;
    float[] differences = new float[plane];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int i = y * side + x;
        differences[i] = ((x ^ y) & 1) == 1 ? 0 : mosaic[i] - out[plane + i];
      }
    }
    apply(differences, side, scratch);
    for (int i = 0; i < plane; i++) {
      out[i] = out[plane + i] + scratch[i];
      out[2 * plane + i] = out[plane + i] + scratch[2 * plane + i];
    }
  }
}
