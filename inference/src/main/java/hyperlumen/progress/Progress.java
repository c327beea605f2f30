package hyperlumen.progress;

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
}
