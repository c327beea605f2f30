package hyperlumen.photo;

import java.util.stream.IntStream;

/**
 * Work on the rows of a band, shared out among the processors; for loops that do the same to every
 * pixel and depend on no other row.
 */
public final class RowBlocks {

  /** Rows of one share: enough work to be worth handing over, few enough to be shared evenly. */
  private static final int ROWS = 8;

  private RowBlocks() {}

  /** What is done to the rows [from, end). */
  @FunctionalInterface
  public interface Body {
    /** Does it; called by several threads at once, with ranges that do not overlap. */
    void rows(int from, int end);
  }

  /** Does all rows and returns when they are done. */
  public static void inParallel(int rows, Body body) {
    if (rows <= ROWS) {
      body.rows(0, rows);
      return;
    }
    IntStream.range(0, Math.ceilDiv(rows, ROWS))
        .parallel()
        .forEach(block -> body.rows(block * ROWS, Math.min(rows, (block + 1) * ROWS)));
  }
}
