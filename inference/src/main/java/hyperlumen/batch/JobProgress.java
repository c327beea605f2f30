package hyperlumen.batch;

import hyperlumen.progress.Progress;

/**
 * The progress of one job: tells the listener, stands still while the run is paused, gives the
 * places of its tiles back when the last one is done. Thread-safe.
 */
final class JobProgress implements Progress {

  private final Job job;
  private final RunControl control;
  private final BatchListener listener;
  private final Runnable networkDone;

  JobProgress(Job job, RunControl control, BatchListener listener, Runnable networkDone) {
    this.job = job;
    this.control = control;
    this.listener = listener;
    this.networkDone = networkDone;
  }

  @Override
  public void advance(Stage stage, long done, long total) {
    listener.advanced(job, stage, done, total);
    if (stage == Stage.NETWORK) {
      if (done == total) {
        networkDone.run();
      } else {
        control.pausePoint(() -> control.isCancelled(job.id()));
      }
    }
  }

  @Override
  public boolean isCancelled() {
    return control.isStopped() || control.isCancelled(job.id());
  }
}
