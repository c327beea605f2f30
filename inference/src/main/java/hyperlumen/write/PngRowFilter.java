package hyperlumen.write;

/**
 * Picks and applies the filter of each PNG row: the one whose bytes, taken as signed, have the
 * smallest sum of magnitudes (W3C PNG, third edition, 12.7).
 */
final class PngRowFilter {

  private static final int NONE = 0;
  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int PAETH = 4;
  private static final int[] TRIED = {SUB, UP, PAETH};

  private final int rowBytes;
  private final int distance;
  private final byte[] candidate;

  /**
   * Makes it.
   *
   * @param distance bytes of a pixel: how far the filters look to the left
   */
  PngRowFilter(int rowBytes, int distance) {
    this.rowBytes = rowBytes;
    this.distance = distance;
    candidate = new byte[rowBytes];
  }

  /**
   * Writes the filter's number and the filtered row to {@code target} at {@code to}.
   *
   * @param above the row above begins here in {@code aboveBytes}
   */
  void filter(byte[] rows, int row, byte[] aboveBytes, int above, byte[] target, int to) {
    long best = magnitude(rows, row);
    target[to] = NONE;
    System.arraycopy(rows, row, target, to + 1, rowBytes);
    for (int filter : TRIED) {
      switch (filter) {
        case SUB -> sub(rows, row);
        case UP -> up(rows, row, aboveBytes, above);
        default -> paeth(rows, row, aboveBytes, above);
      }
      long sum = magnitude(candidate, 0);
      if (sum < best) {
        best = sum;
        target[to] = (byte) filter;
        System.arraycopy(candidate, 0, target, to + 1, rowBytes);
      }
    }
  }

  private long magnitude(byte[] bytes, int from) {
    int sum = 0;
    for (int i = 0; i < rowBytes; i++) {
      sum += Math.abs(bytes[from + i]);
    }
    return sum;
  }

  private void sub(byte[] rows, int row) {
    System.arraycopy(rows, row, candidate, 0, Math.min(distance, rowBytes));
    for (int i = distance; i < rowBytes; i++) {
      candidate[i] = (byte) (rows[row + i] - rows[row + i - distance]);
    }
  }

  private void up(byte[] rows, int row, byte[] aboveBytes, int above) {
    for (int i = 0; i < rowBytes; i++) {
      candidate[i] = (byte) (rows[row + i] - aboveBytes[above + i]);
    }
  }

  private void paeth(byte[] rows, int row, byte[] aboveBytes, int above) {
    for (int i = 0; i < Math.min(distance, rowBytes); i++) {
      candidate[i] = (byte) (rows[row + i] - aboveBytes[above + i]);
    }
    for (int i = distance; i < rowBytes; i++) {
      int left = rows[row + i - distance] & 0xff;
      int top = aboveBytes[above + i] & 0xff;
      int corner = aboveBytes[above + i - distance] & 0xff;
      int toLeft = Math.abs(top - corner);
      int toTop = Math.abs(left - corner);
      int toCorner = Math.abs(left + top - 2 * corner);
      int predicted = toTop <= toCorner ? top : corner;
      predicted = toLeft <= toTop && toLeft <= toCorner ? left : predicted;
      candidate[i] = (byte) (rows[row + i] - predicted);
    }
  }
}
