package hyperlumen.batch;

import hyperlumen.enhance.Forecast;
import hyperlumen.progress.Progress.Stage;

/** Keeps the pace of a run beside the listener that was given. Thread-safe as that one is. */
final class MeteredListener implements BatchListener {

  private final BatchListener listener;
  private final PaceMeter pace;

  MeteredListener(BatchListener listener, PaceMeter pace) {
    this.listener = listener;
    this.pace = pace;
  }

  @Override
  public void started(Job job, double megapixels, String modelId, Forecast forecast) {
    listener.started(job, megapixels, modelId, forecast);
  }

  @Override
  public void advanced(Job job, Stage stage, long done, long total) {
    if (stage == Stage.NETWORK) {
      pace.advanced(job.id(), total > 0 ? (double) done / (double) total : 1);
    }
    listener.advanced(job, stage, done, total);
  }

  @Override
  public void noted(Job job, String sentence) {
    listener.noted(job, sentence);
  }

  @Override
  public void finished(Job job) {
    pace.finished(job.id(), job.state());
    listener.finished(job);
  }

  @Override
  public void passedOver(long id) {
    pace.finished(id, JobState.CANCELLED);
    listener.passedOver(id);
  }
}
