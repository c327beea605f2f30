package hyperlumen.training.data;

/** Packs 2x2 pixels in one: plane 4c + 2dy + dx. */
final class Packer {

  private Packer() {}

  /** [patches, channels, side, side] to [patches, 4 channels, side / 2, side / 2]. */
  static float[] pack(float[] in, int patches, int channels, int side) {
    float[] out = new float[in.length];
    int half = side / 2;
    int at = 0;
    for (int p = 0; p < patches; p++) {
      for (int c = 0; c < channels; c++) {
        int plane = (p * channels + c) * side * side;
        for (int d = 0; d < 4; d++) {
          int from = plane + d / 2 * side + d % 2;
          for (int y = 0; y < half; y++) {
            for (int x = 0; x < half; x++) {
              out[at++] = in[from + 2 * y * side + 2 * x];
            }
          }
        }
      }
    }
    return out;
  }

  /** An RGGB mosaic [patches, side, side] to planes R, Gr, Gb, B. */
  static float[] packMosaic(float[] in, int patches, int side) {
    return pack(in, patches, 1, side);
  }
}
