package hyperlumen.progress;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Receives the progress of a long call and can stop it. Called from worker threads, often; an
 * implementation returns quickly and is thread-safe.
 */
public interface Progress {

  /** Hears nothing and never cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void advance(Stage stage, long done, long total) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** How often a wait looks whether it was cancelled: much less than a tile takes. */
  long LOOK_MILLISECONDS = 5;

  /** The stages of enhancing one photo, in order. */
  enum Stage {
    READ,
    PREDICT,
    NETWORK,
    RENDER,
    WRITE
  }

  /** {@code done} of {@code total} units of {@code stage} are finished (tiles, rows, bytes). */
  void advance(Stage stage, long done, long total);

  /** Whether the user wants the call to end; asked at least once per tile. */
  boolean isCancelled();

  /** Throws {@link CancelledException} if the user wants the call to end. */
  default void checkCancelled() throws CancelledException {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /**
   * Waits for work of other threads, but not after the user wants the call to end. The work goes
   * on; who began it ends it.
   *
   * @throws CancelledException also where the work is done or has failed by then
   */
  default <T> T await(Future<T> work)
      throws CancelledException, ExecutionException, InterruptedException {
    while (true) {
      checkCancelled();
      try {
        T result = work.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        checkCancelled();
        return result;
      } catch (TimeoutException e) {
        // Looks again.
      } catch (ExecutionException e) {
        checkCancelled();
        throw e;
      }
    }
  }
}
