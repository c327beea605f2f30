package hyperlumen.photo;

/**
 * The Bayer colour filter array: which colour the sample at (row, column) of the active area sees.
 * Named by the 2x2 cell read row by row. Colours: 0 red, 1 green, 2 blue.
 */
public enum Cfa {
  RGGB(0, 1, 1, 2),
  BGGR(2, 1, 1, 0),
  GRBG(1, 0, 2, 1),
  GBRG(1, 2, 0, 1);

  private final int[] colours;

  Cfa(int... colours) {
    this.colours = colours;
  }

  /** 0 red, 1 green, 2 blue at (row, column). */
  public int colour(int row, int column) {
    return colours[(row & 1) * 2 + (column & 1)];
  }

  /** Row (0 or 1) of red in the 2x2 cell. */
  public int redRow() {
    return colours[0] == 0 || colours[1] == 0 ? 0 : 1;
  }

  /** Column (0 or 1) of red in the 2x2 cell. */
  public int redColumn() {
    return colours[0] == 0 || colours[2] == 0 ? 0 : 1;
  }

  /** The array seen from an origin moved by (rows, columns). */
  public Cfa shifted(int rows, int columns) {
    for (Cfa cfa : values()) {
      if (cfa.redRow() == ((redRow() + rows) & 1)
          && cfa.redColumn() == ((redColumn() + columns) & 1)) {
        return cfa;
      }
    }
    throw new AssertionError("no Bayer pattern has red there");
  }
}
