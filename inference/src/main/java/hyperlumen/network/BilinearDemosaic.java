package hyperlumen.network;

/**
 * Bilinear demosaicing of an RGGB mosaic as one 3x3 convolution on its packed planes: f[12, 4, 3,
 * 3].
 *
 * <p>Output plane 4c + 2dy + dx is colour c at position (dy, dx) of the cell, as {@link
 * Operation.PixelShuffle} reads it; input planes are R, Gr, Gb, B.
 */
public final class BilinearDemosaic {

  private BilinearDemosaic() {}

  /** The filters, order output plane, input plane, row, column. */
  public static float[] filters() {
    float[] filters = new float[12 * 4 * 9];
    for (int colour = 0; colour < 3; colour++) {
      for (int dy = 0; dy < 2; dy++) {
        for (int dx = 0; dx < 2; dx++) {
          interpolate(filters, colour, dy, dx);
        }
      }
    }
    return filters;
  }

  /** Spreads the tent (1/4 1/2 1/4; 1/2 1 1/2; 1/4 1/2 1/4) over the samples of one colour. */
  private static void interpolate(float[] filters, int colour, int dy, int dx) {
    int output = colour * 4 + dy * 2 + dx;
    float total = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int y = dy - 1; y <= dy + 1; y++) {
        for (int x = dx - 1; x <= dx + 1; x++) {
          int row = Math.floorMod(y, 2);
          int column = Math.floorMod(x, 2);
          int seen = row + column == 0 ? 0 : row + column == 2 ? 2 : 1;
          if (seen != colour) {
            continue;
          }
          // A green pixel keeps its own sample; elsewhere the nearest samples share the weight.
          boolean own = Math.floorMod(dy + dx, 2) == 1 && colour == 1;
          float weight =
              own
                  ? (y == dy && x == dx ? 1 : 0)
                  : 1f / (1 << (Math.abs(y - dy) + Math.abs(x - dx)));
          if (pass == 0) {
            total += weight;
          } else {
            int plane = row * 2 + column;
            int tap = (Math.floorDiv(y, 2) + 1) * 3 + Math.floorDiv(x, 2) + 1;
            filters[(output * 4 + plane) * 9 + tap] = weight / total;
          }
        }
      }
    }
  }
}
