package hyperlumen.develop;

import hyperlumen.photo.RawPhoto;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a mosaic can have the colour filters that its file names. The two greens of a cell see
 * the same light, so their means over a picture agree to a few per cent; where they do not, and the
 * other two samples of the cell agree instead, the named filters are one row or column off. Which
 * of the two, the mosaic does not tell: red and blue look alike to it. Stateless.
 */
public final class FilterCheck {

  /** Real sensors' greens differ by up to 3 %. */
  private static final double GREENS_DIFFER = 0.1;

  private static final double OTHERS_AGREE = 0.02;

  /** Cells that are looked at; as many tell the means as well as all of a large mosaic. */
  private static final long MOST_CELLS = 1 << 20;

  private FilterCheck() {}

  /** A sentence on what is wrong with the named filters; empty where nothing is. */
  public static Optional<String> doubt(RawPhoto photo) {
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
            "the colour filters are said to be %s, but the two greens of that differ by %.0f %%, and the other two"
                + " samples by %.1f %%: they are rather %s or %s, which"
                + " 'enhance --cfa' takes",
            photo.cfa(),
            100 * greens,
            100 * others,
            photo.cfa().shifted(0, 1),
            photo.cfa().shifted(1, 0)));
  }

  /** Above black, of each of the four places of a cell. */
  private static double[] means(RawPhoto photo) {
    double[] sums = new double[4];
    int rows = photo.mosaic().size().height() / 2;
    int columns = photo.mosaic().size().width() / 2;
    int step = (int) Math.max(1, (long) rows * columns / MOST_CELLS);
    long cells = 0;
    for (int row = 0; row < rows; row += step) {
      for (int column = 0; column < columns; column++) {
        for (int k = 0; k < 4; k++) {
          int y = 2 * row + k / 2;
          int x = 2 * column + k % 2;
          sums[k] += photo.mosaic().sample(y, x) - photo.levels().blackAt(y, x);
        }
      }
      cells += columns;
    }
    double count = Math.max(1, cells);
    for (int k = 0; k < 4; k++) {
      sums[k] /= count;
    }
    return sums;
  }

  /** Relative to the larger; 0 where there is no light to compare. */
  private static double difference(double a, double b) {
    double larger = Math.max(a, b);
    return larger > 0 ? Math.abs(a - b) / larger : 0;
  }
}
