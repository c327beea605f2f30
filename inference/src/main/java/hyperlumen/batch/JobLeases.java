package hyperlumen.batch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One runner's hold on jobs of a queue: it takes them on lease, renews the leases, and enters what
 * becomes of them. A job that another runner took over meanwhile is lost: nothing more may be
 * published for it. Thread-safe.
 */
final class JobLeases {

  /** A runner renews its leases several times within this; a machine that stalls longer is gone. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final String OURS = " WHERE id=? AND owner=? AND state='RUNNING'";

  private final QueueDatabase database;
  private final Clock clock;
  private final Owner owner;

  JobLeases(QueueDatabase database, Clock clock, Owner owner) {
    this.database = database;
    this.clock = clock;
    this.owner = owner;
  }

  /** Whether a runner that is still there has the job on lease. */
  static boolean isHeld(QueueDatabase database, Clock clock, long id) throws BatchException {
    return database
        .query(
            "SELECT owner, lease_until FROM job WHERE id=? AND state='RUNNING'",
            row -> row.getLong(2) >= clock.millis() && !Owner.isGone(row.getString(1)),
            id)
        .stream()
        .anyMatch(held -> held);
  }

  /** Takes a job on lease; empty if somebody has it or it is over. */
  Optional<Job> claim(long id) throws BatchException {
    return database.transaction(
        () -> {
          Optional<Job> job = JobRow.find(database, "id=?", id);
          if (job.isEmpty() || job.get().state().isOver() || isHeld(database, clock, id)) {
            return Optional.empty();
          }
          database.update(
              "UPDATE job SET state='RUNNING', owner=?, lease_until=?, cancel=0,"
                  + " attempts=attempts+1 WHERE id=?",
              owner.text(),
              clock.millis() + LEASE.toMillis(),
              id);
          return JobRow.find(database, "id=?", id);
        });
  }

  /** Renews all leases of this runner. */
  void renew() throws BatchException {
    database.update(
        "UPDATE job SET lease_until=? WHERE owner=? AND state='RUNNING'",
        clock.millis() + LEASE.toMillis(),
        owner.text());
  }

  /** The jobs held here that the user does not want any more. */
  List<Long> unwanted() throws BatchException {
    return database.query(
        "SELECT id FROM job WHERE owner=? AND state='RUNNING' AND cancel=1",
        row -> row.getLong(1),
        owner.text());
  }

  /** Freezes what the first attempt has found out, or a smaller tile. */
  void prepared(Job job, String inputSha256, ModelChoice.Name model, int tile, boolean shrunk)
      throws BatchException {
    ours(
        "UPDATE job SET input_sha256=?, model_id=?, model_sha256=?, tile=?, tile_shrunk=?" + OURS,
        inputSha256,
        model.id(),
        model.sha256(),
        tile,
        shrunk ? 1 : 0,
        job.id(),
        owner.text());
  }

  /**
   * Notes the output's hash before it gets its name.
   *
   * @throws BatchException if the job is not this runner's any more; then nothing may be published
   */
  void publishing(Job job, String outputSha256) throws BatchException {
    ours("UPDATE job SET output_sha256=?" + OURS, outputSha256, job.id(), owner.text());
  }

  void done(Job job, Report.Entry entry) throws BatchException {
    ours(
        "UPDATE job SET state='DONE', owner=NULL, error_kind=NULL, error_message=NULL, report=?"
            + OURS,
        JobRow.text(entry),
        job.id(),
        owner.text());
  }

  void failed(Job job, JobError error) throws BatchException {
    ours(
        "UPDATE job SET state='FAILED', owner=NULL, error_kind=?, error_message=?" + OURS,
        error.kind(),
        error.message(),
        job.id(),
        owner.text());
  }

  void cancelled(Job job) throws BatchException {
    ours("UPDATE job SET state='CANCELLED', owner=NULL" + OURS, job.id(), owner.text());
  }

  /** Gives a job back as if it had not been begun. */
  void giveBack(Job job) throws BatchException {
    ours(
        "UPDATE job SET state='WAITING', owner=NULL, attempts=attempts-1" + OURS,
        job.id(),
        owner.text());
  }

  private void ours(String sql, Object... values) throws BatchException {
    if (database.update(sql, values) == 0) {
      throw new BatchException.JobLost();
    }
  }
}
