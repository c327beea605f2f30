package hyperlumen.ui.service;

import hyperlumen.batch.Job;
import hyperlumen.batch.JobError;
import hyperlumen.batch.JobState;
import hyperlumen.batch.Machine;
import hyperlumen.batch.Report;
import java.util.List;

/** The report of a queue's jobs that are over, in the order in which they were queued. */
final class QueueReport {

  private QueueReport() {}

  static Report of(List<Job> jobs, Machine machine) {
    return new Report(
        Report.SCHEMA,
        machine,
        jobs.stream().filter(job -> job.state().isOver()).map(QueueReport::entry).toList());
  }

  private static Report.Entry entry(Job job) {
    return job.state() == JobState.DONE ? job.report().orElseGet(() -> failed(job)) : failed(job);
  }

  private static Report.Entry failed(Job job) {
    JobError error =
        job.error()
            .orElseGet(
                () -> new JobError("cancelled", job.order().input().getFileName() + ": cancelled"));
    return Report.Entry.failed(
        job.order().input().toString(), job.order().output().toString(), error);
  }
}
