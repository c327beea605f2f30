package hyperlumen.read.dng;

/**
 * A grid of gains over the whole picture, bilinear between its points and constant beyond them.
 *
 * @param rows grid points from top to bottom
 * @param columns grid points from left to right
 * @param planes gains of each point; a picture's further planes use the last
 * @param spacing distance of grid points as fraction of the picture's height and width
 * @param origin place of the first grid point as fraction of the height and width
 * @param gains row, column, plane
 * @param width columns of the picture
 * @param height rows of the picture
 */
record GainMap(
    int rows,
    int columns,
    int planes,
    double[] spacing,
    double[] origin,
    float[] gains,
    int width,
    int height) {

  /** Multiplies the samples of one row and channel that lie in {@code area}. */
  void apply(int row, float[] values, int channels, int channel, OpcodeArea area) {
    int plane = Math.min(channel, planes - 1);
    double v = index((row + 0.5) / height, origin[0], spacing[0], rows);
    int above = (int) v;
    int below = Math.min(above + 1, rows - 1);
    float down = (float) (v - above);
    int end = Math.min(area.right(), width);
    for (int x = area.left(); x < end; x += area.columnPitch()) {
      double h = index((x + 0.5) / width, origin[1], spacing[1], columns);
      int left = (int) h;
      int right = Math.min(left + 1, columns - 1);
      float along = (float) (h - left);
      float top = mix(gain(above, left, plane), gain(above, right, plane), along);
      float bottom = mix(gain(below, left, plane), gain(below, right, plane), along);
      values[x * channels + channel] *= mix(top, bottom, down);
    }
  }

  private float gain(int row, int column, int plane) {
    return gains[(row * columns + column) * planes + plane];
  }

  private static float mix(float a, float b, float weight) {
    return a + (b - a) * weight;
  }

  private static double index(double place, double origin, double spacing, int points) {
    return points == 1 ? 0 : Math.clamp((place - origin) / spacing, 0.0, points - 1.0);
  }
}
