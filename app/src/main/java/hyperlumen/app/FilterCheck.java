package hyperlumen.app;

import hyperlumen.photo.RawPhoto;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a mosaic can have the colour filters that its file names. The two greens of a cell see
 * the same light, so their means over a picture agree to a few per cent; where they do not, and the
 * other two samples of the cell agree instead, the named filters are one row or column off.
 */
final class FilterCheck {

  /** Real sensors' greens differ by up to 3 %. */
  private static final double GREENS_DIFFER = 0.1;

  private static final double OTHERS_AGREE = 0.02;

  private FilterCheck() {}

  /** A sentence on what is wrong with the named filters; empty where nothing is. */
  static Optional<String> doubt(RawPhoto photo) {
    double[] means = means(photo);
    boolean greenFirst = photo.cfa().colour(0, 0) == 1;
    double main = difference(means[0], means[3]);
    double side = difference(means[1], means[2]);
    double greens = greenFirst ? main : side;
    double others = greenFirst ? side : main;
    if (greens <= GREENS_DIFFER || others >= OTHERS_AGREE) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the file says %s, but the two greens of that differ by %.0f %%, and the other two"
                + " samples by %.1f %%: the filters are rather %s or %s",
            photo.cfa(),
            100 * greens,
            100 * others,
            photo.cfa().shifted(0, 1),
            photo.cfa().shifted(1, 0)));
  }

  /** Above black, of each of the four places of a cell. */
  private static double[] means(RawPhoto photo) {
    double[] sums = new double[4];
    int rows = photo.mosaic().size().height() & ~1;
    int columns = photo.mosaic().size().width() & ~1;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[(row & 1) * 2 + (column & 1)] +=
            photo.mosaic().sample(row, column) - photo.levels().blackAt(row, column);
      }
    }
    double cells = Math.max(1, rows / 2.0 * columns / 2.0);
    for (int k = 0; k < 4; k++) {
      sums[k] /= cells;
    }
    return sums;
  }

  /** Relative to the larger; 0 where there is no light to compare. */
  private static double difference(double a, double b) {
    double larger = Math.max(a, b);
    return larger > 0 ? Math.abs(a - b) / larger : 0;
  }
}
