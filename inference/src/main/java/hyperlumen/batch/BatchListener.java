package hyperlumen.batch;

import hyperlumen.enhance.Forecast;
import hyperlumen.progress.Progress.Stage;

/**
 * Hears what a runner does. Called from its worker threads, several at once; an implementation is
 * thread-safe and, but for {@link #finished}, returns quickly.
 */
public interface BatchListener {

  /** Hears nothing. */
  BatchListener NONE = new BatchListener() {};

  /** A job is about to be computed: what it will cost is known. */
  default void started(Job job, double megapixels, String modelId, Forecast forecast) {}

  /** {@code done} of {@code total} units of a stage of a job are finished. */
  default void advanced(Job job, Stage stage, long done, long total) {}

  /** Something worth a sentence that is no failure: waiting for a medium, a smaller tile. */
  default void noted(Job job, String sentence) {}

  /** A job is done, failed or cancelled, as its state says; it is so in the queue already. */
  default void finished(Job job) {}

  /** A job was not begun, because another run has it or finished it meanwhile. */
  default void passedOver(long id) {}
}
