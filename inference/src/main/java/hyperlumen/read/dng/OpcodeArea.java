package hyperlumen.read.dng;

/**
 * The samples an opcode acts on: every {@code rowPitch}-th row and {@code columnPitch}-th column of
 * a rectangle, in some planes.
 */
record OpcodeArea(
    int top,
    int left,
    int bottom,
    int right,
    int firstPlane,
    int planes,
    int rowPitch,
    int columnPitch) {

  /** A function of one sample. */
  interface SampleFunction {
    float apply(float x);
  }

  /** Whether it has samples in {@code row}. */
  boolean hasRow(int row) {
    return row >= top && row < bottom && (row - top) % rowPitch == 0;
  }

  /** Number of {@code row} among its rows. */
  int rowIndex(int row) {
    return (row - top) / rowPitch;
  }

  /** First plane behind it, in a picture of {@code channels} planes. */
  int endPlane(int channels) {
    return (int) Math.min(channels, (long) firstPlane + planes);
  }

  /** Replaces its samples of {@code row}. */
  void forEach(int row, float[] values, int channels, SampleFunction function) {
    if (!hasRow(row)) {
      return;
    }
    int end = Math.min(right, values.length / channels);
    for (int c = firstPlane; c < endPlane(channels); c++) {
      for (int x = left; x < end; x += columnPitch) {
        int at = x * channels + c;
        values[at] = function.apply(values[at]);
      }
    }
  }
}
