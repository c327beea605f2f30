package hyperlumen.ui.service;

import hyperlumen.batch.BatchListener;
import hyperlumen.batch.Job;
import hyperlumen.batch.JobState;
import hyperlumen.batch.Sidecar;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.Progress.Stage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a run says of its jobs beside the queue's own columns; writes their sidecars where they are
 * wanted. Thread-safe.
 */
final class JobNotes implements BatchListener {

  private final String software;
  private final Map<Long, Double> shares = new ConcurrentHashMap<>();
  private final Map<Long, String> notes = new ConcurrentHashMap<>();
  private volatile boolean sidecars;

  JobNotes(String software) {
    this.software = software;
  }

  void setSidecars(boolean wanted) {
    sidecars = wanted;
  }

  /** Share of the network's tiles that are done, 0 to 1. */
  double share(Job job) {
    return shares.getOrDefault(job.id(), 0.0);
  }

  /** What the job waits for, or why it has no sidecar; empty if there is nothing to say. */
  String sentence(Job job) {
    return notes.getOrDefault(job.id(), "");
  }

  @Override
  public void advanced(Job job, Stage stage, long done, long total) {
    if (stage == Stage.NETWORK && total > 0) {
      shares.put(job.id(), (double) done / total);
    }
  }

  @Override
  public void noted(Job job, String sentence) {
    notes.put(job.id(), sentence);
  }

  @Override
  public void finished(Job job) {
    shares.remove(job.id());
    notes.remove(job.id());
    if (sidecars && job.state() == JobState.DONE && job.report().isPresent()) {
      try {
        Sidecar.write(job, job.report().get(), software);
      } catch (PhotoException e) {
        notes.put(job.id(), e.getMessage());
      }
    }
  }
}
