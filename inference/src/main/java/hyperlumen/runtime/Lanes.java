package hyperlumen.runtime;

/**
 * How threads are shared out among tiles: {@code runs} tiles at once, each on {@code threadsEach}
 * threads.
 *
 * <p>Measured on two cores: a tile on both of them is as fast as two tiles on one each, and needs
 * half the memory, so that with the same memory tiles can be twice as large and waste less on their
 * halos. Beyond four threads a layer of a tile is too little work to share out.
 *
 * @param runs tiles that are in the network at the same time
 * @param threadsEach threads of one run
 */
public record Lanes(int runs, int threadsEach) {

  private static final int MOST_PER_RUN = 4;

  /** For so many threads in all. */
  public static Lanes of(int threads) {
    int each = Math.clamp(threads, 1, MOST_PER_RUN);
    return new Lanes(Math.max(1, threads / each), each);
  }

  /** Sets of tile buffers: one more than runs, so that tiles are filled while others run. */
  int buffers() {
    return runs + 1;
  }
}
