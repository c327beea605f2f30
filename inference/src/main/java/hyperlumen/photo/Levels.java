package hyperlumen.photo;

import java.util.Arrays;

/**
 * Black and white level of a mosaic: normalised = (sample - black(row, column)) / (white - mean
 * black), DNG 1.7 chapter 5 "Mapping Raw Values to Linear Reference Values".
 *
 * @param blackRows rows of the repeating black pattern, at least 1
 * @param blackColumns columns of the repeating black pattern, at least 1
 * @param black the pattern row by row, in raw units
 * @param blackByColumn added per column of the active area (BlackLevelDeltaH), or empty
 * @param blackByRow added per row of the active area (BlackLevelDeltaV), or empty
 * @param white the raw value of saturation, above every black
 */
public record Levels(
    int blackRows,
    int blackColumns,
    float[] black,
    float[] blackByColumn,
    float[] blackByRow,
    float white) {

  public Levels {
    if (blackRows < 1 || blackColumns < 1 || black.length != blackRows * blackColumns) {
      throw new IllegalArgumentException("the black pattern does not fit its size");
    }
  }

  /** One black level for all samples. */
  public static Levels of(float black, float white) {
    return new Levels(1, 1, new float[] {black}, new float[0], new float[0], white);
  }

  /** Whether {@code other} gives the same black and white everywhere, array by array. */
  public boolean isSame(Levels other) {
    return blackRows == other.blackRows
        && blackColumns == other.blackColumns
        && Arrays.equals(black, other.black)
        && Arrays.equals(blackByColumn, other.blackByColumn)
        && Arrays.equals(blackByRow, other.blackByRow)
        && white == other.white;
  }

  /** The black level at (row, column) of the active area, in raw units. */
  public float blackAt(int row, int column) {
    float level = black[row % blackRows * blackColumns + column % blackColumns];
    if (blackByColumn.length > 0) {
      level += blackByColumn[column];
    }
    if (blackByRow.length > 0) {
      level += blackByRow[row];
    }
    return level;
  }

  /** The mean of the repeating pattern, in raw units. */
  public float meanBlack() {
    double sum = 0;
    for (float level : black) {
      sum += level;
    }
    return (float) (sum / black.length);
  }

  /** White minus mean black, in raw units. */
  public float range() {
    return white - meanBlack();
  }
}
