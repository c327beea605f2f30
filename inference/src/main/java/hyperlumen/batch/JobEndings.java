package hyperlumen.batch;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Enters in the queue how attempts at jobs ended: what is the photo's fault fails that job alone,
 * what every other job would meet, too, ends the run, and what may pass is tried again.
 * Thread-safe.
 */
final class JobEndings {

  private final Workplace place;
  private final PendingJobs pending;

  JobEndings(Workplace place, PendingJobs pending) {
    this.place = place;
    this.pending = pending;
  }

  void done(Job job, Report.Entry entry) throws BatchException {
    place.leases().done(job, entry);
    tell(job);
  }

  /** An attempt that brought no result. */
  void without(Job job, Throwable failure) {
    try {
      enter(job, failure);
    } catch (BatchException.JobLost e) {
      place.listener().passedOver(job.id());
    } catch (BatchException e) {
      place.control().stop(JobError.ofQueue(e));
    }
  }

  private void enter(Job job, Throwable failure) throws BatchException {
    Path root = job.order().root();
    RunControl control = place.control();
    if (failure instanceof CancelledException) {
      if (control.isCancelled(job.id()) && !control.isStopped()) {
        place.leases().cancelled(job);
        tell(job);
      } else {
        place.leases().giveBack(job);
      }
    } else if (failure instanceof BatchException.JobLost) {
      place.listener().passedOver(job.id());
    } else if (failure instanceof BatchException e) {
      control.stop(JobError.ofQueue(e));
    } else if (Media.missing(job.order()).isPresent()) {
      place.leases().giveBack(job);
      pending.again(job.id());
    } else if (Files.isDirectory(root)
        && isWriting(failure)
        && Obstacle.isFullDisk(failure, root)) {
      place.leases().giveBack(job);
      control.stop(
          new JobError(
              JobError.DISK_FULL,
              "the disk of " + root + " is full; free some space and continue with --resume"));
    } else {
      place.leases().failed(job, JobError.of(job.order().input(), failure));
      tell(job);
    }
  }

  private static boolean isWriting(Throwable failure) {
    return !(failure instanceof PhotoException photo)
        || photo.kind() == PhotoException.Kind.WRITE_FAILED;
  }

  private void tell(Job job) throws BatchException {
    Optional<Job> now = place.queue().job(job.id());
    if (now.isPresent()) {
      place.listener().finished(now.get());
    }
  }
}
