package hyperlumen.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns an interruption from outside (Ctrl+C, a termination signal) into a wish to cancel, and
 * gives the work time to end within its current tile and remove what is half written.
 */
final class Interruption {

  /** Longer than any tile takes. */
  private static final long PATIENCE_SECONDS = 10;

  private static volatile boolean wanted;

  private Interruption() {}

  /** Whether the process was asked to end. */
  static boolean isWanted() {
    return wanted;
  }

  /** Listens from now on; the returned latch is to be counted down when all work has ended. */
  static CountDownLatch listen() {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              if (ended.getCount() > 0) {
                wanted = true;
                await(ended);
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return ended;
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("hyperlumen: ended in the middle of a tile");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
