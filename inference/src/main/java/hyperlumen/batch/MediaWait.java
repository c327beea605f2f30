package hyperlumen.batch;

import hyperlumen.progress.CancelledException;
import java.nio.file.Path;
import java.util.Optional;

/** Waits for disks, cards and network folders that vanished during a run. Thread-safe. */
final class MediaWait {

  private static final long LOOK_MILLISECONDS = 1000;

  private final Workplace place;

  MediaWait(Workplace place) {
    this.place = place;
  }

  /**
   * Returns when the media of a job are there; ends the run when its patience is over.
   *
   * @throws CancelledException if the run ended or the job was cancelled
   */
  void await(Job job) throws CancelledException {
    Optional<Path> missing = Media.missing(job.order());
    if (missing.isEmpty()) {
      return;
    }
    RunControl control = place.control();
    place.listener().noted(job, "waiting for " + missing.get() + ", which is not there any more");
    long end = System.nanoTime() + place.options().mediaPatience().toNanos();
    while (Media.missing(job.order()).isPresent()) {
      if (control.isStopped() || control.isCancelled(job.id())) {
        throw new CancelledException();
      }
      if (System.nanoTime() - end > 0) {
        control.stop(
            new JobError(
                JobError.MEDIA_GONE,
                missing.get() + " is not there any more; connect it and continue"));
        throw new CancelledException();
      }
      control.rest(LOOK_MILLISECONDS);
    }
  }
}
