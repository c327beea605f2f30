package hyperlumen.read.dng;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.Entry;
import java.util.Optional;

/** The colour filter array: one of the four Bayer orders, or refused by its name. */
final class CfaReader {

  /** Colours of CFAPattern: 0 red, 1 green, 2 blue, 3 cyan, 4 magenta, 5 yellow, 6 white. */
  private static final int BLUE = 2;

  private CfaReader() {}

  static Cfa read(RawDirectory directory) throws PhotoException {
    Optional<Entry> dimensions = directory.find(DngTag.CFA_REPEAT_PATTERN_DIM);
    Optional<Entry> entry = directory.find(DngTag.CFA_PATTERN);
    if (dimensions.isEmpty() || dimensions.get().count() < 2 || entry.isEmpty()) {
      throw directory.view().damaged("does not describe its colour filters (CFAPattern)");
    }
    long rows = dimensions.get().unsigned(0);
    long columns = dimensions.get().unsigned(1);
    if (rows == 6 && columns == 6) {
      throw directory.unsupported("has an X-Trans colour filter (6x6), which is not supported");
    }
    if (rows == 4 && columns == 4) {
      throw directory.unsupported("has a Quad Bayer colour filter (4x4), which is not supported");
    }
    if (rows != 2 || columns != 2 || entry.get().count() < 4) {
      throw directory.unsupported(
          "has a colour filter pattern of " + rows + "x" + columns + "; only Bayer is supported");
    }
    double layout = directory.number(DngTag.CFA_LAYOUT, 1);
    if (layout != 1) {
      throw directory.unsupported("has staggered colour filters, which are not supported");
    }
    int[] cell = new int[4];
    for (int i = 0; i < 4; i++) {
      cell[i] = (int) Math.min(entry.get().unsigned(i), 255);
      if (cell[i] > BLUE) {
        throw directory.unsupported(
            "has a colour filter with other colours than red, green and blue,"
                + " which is not supported");
      }
    }
    for (Cfa cfa : Cfa.values()) {
      if (cfa.colour(0, 0) == cell[0]
          && cfa.colour(0, 1) == cell[1]
          && cfa.colour(1, 0) == cell[2]
          && cfa.colour(1, 1) == cell[3]) {
        return cfa;
      }
    }
    throw directory.unsupported(
        "has the colour filter pattern "
            + cell[0]
            + " "
            + cell[1]
            + " "
            + cell[2]
            + " "
            + cell[3]
            + "; only Bayer is supported");
  }
}
