package hyperlumen.runtime;

/**
 * The garbage of photos in Java's heap. Their large arrays go straight to the old generation, which
 * the serial collector rather enlarges, up to its limit, than looks through: thirty small photos
 * would leave two gigabytes of it. Therefore whoever has finished with a photo lets this collector
 * run where more than half of what is used may be garbage. Thread-safe.
 */
public final class JavaHeap {

  /** Below this much on top of what lives a collection is not worth its time. */
  private static final long SLACK_BYTES = 64 << 20;

  /** Used after the last collection that was asked for here. */
  private static long live;

  private JavaHeap() {}

  /**
   * Collects if what is used has doubled since the last time; otherwise costs nothing. A collection
   * takes about as many milliseconds as some ten megabytes live, so the doubling keeps its share of
   * the time small however large the photos are.
   */
  public static synchronized void tidy() {
    if (used() > 2 * live + SLACK_BYTES) {
      System.gc();
      live = used();
    }
  }

  private static long used() {
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }
}
