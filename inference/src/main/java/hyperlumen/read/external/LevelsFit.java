package hyperlumen.read.external;

import hyperlumen.photo.Levels;
import hyperlumen.photo.PhotoException;
import java.util.Optional;

/**
 * Black and white levels that LibRaw used, found from its own result: it maps a mosaic sample s to
 * floor(65535 (s - black) / (white - black)), so a straight line through pairs of both gives the
 * levels of each place of the 2x2 cell. No tool prints them for every camera.
 */
final class LevelsFit {

  /** Every so many cells across and down are looked at: some ten thousand pairs of a photo. */
  private static final int STEP = 7;

  /** Fewest pairs for a line. */
  private static final int FEWEST = 16;

  /** Largest error of the line in its own units, of which rounding makes 1. */
  private static final double WORST = 3;

  private LevelsFit() {}

  /**
   * The levels, or nothing if the pairs lie on no line: the tool did something else.
   *
   * @param mosaic the stored samples
   * @param top first visible row of the mosaic
   * @param left first visible column
   * @param scaled the visible samples, black-subtracted and scaled, in their colour's channel
   */
  static Optional<Levels> of(ToolPicture mosaic, int top, int left, ToolPicture scaled)
      throws PhotoException {
    float[] black = new float[4];
    double white = 0;
    for (int place = 0; place < 4; place++) {
      double[] line = line(mosaic, top, left, scaled, place >> 1, place & 1);
      if (line.length == 0) {
        return Optional.empty();
      }
      black[place] = quarter(-line[1] / line[0]);
      white += (65535.5 - line[1]) / line[0] / 4;
    }
    if (!(white > 1 && white < 65535.5 + 1)) {
      return Optional.empty();
    }
    float[] none = new float[0];
    return Optional.of(new Levels(2, 2, black, none, none, Math.round(white)));
  }

  /** Slope and intercept of scaled + 1/2 over stored, or nothing. */
  private static double[] line(
      ToolPicture mosaic, int top, int left, ToolPicture scaled, int dy, int dx)
      throws PhotoException {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    for (int y = dy; y < scaled.size().height(); y += 2 * STEP) {
      for (int x = dx; x < scaled.size().width(); x += 2 * STEP) {
        int to = brightest(scaled, y, x);
        if (to > 0 && to < 65535) {
          double from = mosaic.sample(top + y, left + x, 0);
          n++;
          sx += from;
          sy += to + 0.5;
          sxx += from * from;
          sxy += from * (to + 0.5);
        }
      }
    }
    double spread = n * sxx - sx * sx;
    if (n < FEWEST || spread <= 0) {
      return new double[0];
    }
    double slope = (n * sxy - sx * sy) / spread;
    double intercept = (sy - slope * sx) / n;
    for (int y = dy; y < scaled.size().height(); y += 2 * STEP) {
      for (int x = dx; x < scaled.size().width(); x += 2 * STEP) {
        int to = brightest(scaled, y, x);
        double expected = slope * mosaic.sample(top + y, left + x, 0) + intercept;
        if (to > 0 && to < 65535 && Math.abs(expected - to - 0.5) > WORST + slope / 2) {
          return new double[0];
        }
      }
    }
    return slope > 0 ? new double[] {slope, intercept} : new double[0];
  }

  /** Before demosaicing only the place's own colour is not 0. */
  private static int brightest(ToolPicture scaled, int y, int x) throws PhotoException {
    int most = 0;
    for (int c = 0; c < scaled.channels(); c++) {
      most = Math.max(most, scaled.sample(y, x, c));
    }
    return most;
  }

  private static float quarter(double value) {
    return Math.round(value * 4) / 4f;
  }
}
