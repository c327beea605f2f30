package hyperlumen.batch;

import hyperlumen.runtime.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of one machine in an SQLite file, shared by every process that opens it. An output
 * belongs to one job; a job is on lease to one runner at a time, and a lease ends with the process
 * that holds it or when it is not renewed. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {

  /** A runner renews its leases several times within this; a machine that stalls longer is gone. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final String OURS = " WHERE id=? AND owner=? AND state='RUNNING'";

  private final QueueDatabase database;
  private final Clock clock;

  private JobQueue(QueueDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Where the user's queue is: queue.sqlite in {@link StateFolder}. */
  public static Path defaultFile() {
    return StateFolder.path().resolve("queue.sqlite");
  }

  /**
   * Opens a queue; makes it where there is none.
   *
   * @throws BatchException if the file cannot be used
   */
  public static JobQueue open(Path file) throws BatchException {
    return open(file, Clock.systemUTC());
  }

  static JobQueue open(Path file, Clock clock) throws BatchException {
    return new JobQueue(QueueDatabase.open(file), clock);
  }

  /** A queue that ends with this process. */
  public static JobQueue inMemory() throws BatchException {
    return new JobQueue(QueueDatabase.inMemory(), Clock.systemUTC());
  }

  /** Queues one order; see {@link #add(List)}. */
  public Job add(JobOrder order) throws BatchException {
    return add(List.of(order)).getFirst();
  }

  /**
   * Queues orders in one step: all of them or none. An older job with the same output is replaced,
   * unless somebody is working on it: then that one is given instead.
   *
   * @return one job for each order
   */
  public synchronized List<Job> add(List<JobOrder> orders) throws BatchException {
    return database.transaction(
        () -> {
          List<Job> jobs = new ArrayList<>();
          for (JobOrder order : orders) {
            jobs.add(insert(order));
          }
          return jobs;
        });
  }

  private Job insert(JobOrder order) throws BatchException {
    Optional<Job> old = one("output=?", order.output().toString());
    if (old.isPresent()) {
      if (isHeld(old.get().id())) {
        return old.get();
      }
      database.update("DELETE FROM job WHERE id=?", old.get().id());
    }
    long bytes = -1;
    long modified = 0;
    try {
      BasicFileAttributes input = Files.readAttributes(order.input(), BasicFileAttributes.class);
      bytes = input.size();
      modified = input.lastModifiedTime().toMillis();
    } catch (IOException e) {
      // Its turn will come, and then it will be said that it is not there.
      bytes = -1;
    }
    database.update(
        "INSERT INTO job (input, input_bytes, input_modified, root, output, settings, state,"
            + " added) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', ?)",
        order.input().toString(),
        bytes,
        modified,
        order.root().toString(),
        order.output().toString(),
        SettingsJson.text(order.settings()),
        clock.millis());
    return one("output=?", order.output().toString()).orElseThrow();
  }

  /** All jobs in the order in which they were queued. */
  public synchronized List<Job> jobs() throws BatchException {
    return database.query("SELECT * FROM job ORDER BY id", JobRow::job);
  }

  /** One job. */
  public synchronized Optional<Job> job(long id) throws BatchException {
    return one("id=?", id);
  }

  /** The job whose result goes to this file. */
  public synchronized Optional<Job> find(Path output) throws BatchException {
    return one("output=?", output.toAbsolutePath().normalize().toString());
  }

  /** Number of jobs by state; every state is there. */
  public synchronized Map<JobState, Integer> counts() throws BatchException {
    Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, 0);
    }
    database.query(
        "SELECT state, COUNT(*) FROM job GROUP BY state",
        row -> counts.put(JobState.valueOf(row.getString(1)), row.getInt(2)));
    return counts;
  }

  /** Jobs that still have to be done: waiting ones, and those whose runner is gone. */
  public synchronized List<Job> unfinished() throws BatchException {
    List<Job> found = new ArrayList<>();
    for (Job job :
        database.query(
            "SELECT * FROM job WHERE state IN ('WAITING', 'RUNNING') ORDER BY id", JobRow::job)) {
      if (!isHeld(job.id())) {
        found.add(job);
      }
    }
    return found;
  }

  /** Whether a runner that is still there has the job on lease. */
  public synchronized boolean isHeld(long id) throws BatchException {
    return database
        .query(
            "SELECT owner, lease_until FROM job WHERE id=? AND state='RUNNING'",
            row -> row.getLong(2) >= clock.millis() && !Owner.isGone(row.getString(1)),
            id)
        .stream()
        .anyMatch(held -> held);
  }

  /** Takes a failed or cancelled job up again with the settings that it was queued with. */
  public synchronized void retry(long id) throws BatchException {
    database.update(
        "UPDATE job SET state='WAITING', cancel=0, error_kind=NULL, error_message=NULL"
            + " WHERE id=? AND state IN ('FAILED', 'CANCELLED')",
        id);
  }

  /** Does not want a job any more; a running one ends within a tile. */
  public synchronized void cancel(long id) throws BatchException {
    database.update(
        "UPDATE job SET state='CANCELLED' WHERE id=? AND state IN ('WAITING', 'FAILED')", id);
    database.update("UPDATE job SET cancel=1 WHERE id=? AND state='RUNNING'", id);
  }

  /** Forgets a job that is over; its output stays. */
  public synchronized void remove(long id) throws BatchException {
    database.update("DELETE FROM job WHERE id=? AND state IN ('DONE', 'FAILED', 'CANCELLED')", id);
  }

  // What runners do.

  /** Takes a job on lease; empty if somebody has it or it is over. */
  synchronized Optional<Job> claim(long id, Owner owner) throws BatchException {
    return database.transaction(
        () -> {
          Optional<Job> job = one("id=?", id);
          if (job.isEmpty() || job.get().state().isOver() || isHeld(id)) {
            return Optional.empty();
          }
          database.update(
              "UPDATE job SET state='RUNNING', owner=?, lease_until=?, cancel=0,"
                  + " attempts=attempts+1 WHERE id=?",
              owner.text(),
              clock.millis() + LEASE.toMillis(),
              id);
          return one("id=?", id);
        });
  }

  /** Renews all leases of a runner. */
  synchronized void renew(Owner owner) throws BatchException {
    database.update(
        "UPDATE job SET lease_until=? WHERE owner=? AND state='RUNNING'",
        clock.millis() + LEASE.toMillis(),
        owner.text());
  }

  /** The running jobs of a runner that the user does not want any more. */
  synchronized List<Long> unwanted(Owner owner) throws BatchException {
    return database.query(
        "SELECT id FROM job WHERE owner=? AND state='RUNNING' AND cancel=1",
        row -> row.getLong(1),
        owner.text());
  }

  /** Freezes what the first attempt has found out, or a smaller tile. */
  synchronized void prepared(
      Job job, Owner owner, String inputSha256, ModelChoice.Name model, int tile, boolean shrunk)
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
  synchronized void publishing(Job job, Owner owner, String outputSha256) throws BatchException {
    ours("UPDATE job SET output_sha256=?" + OURS, outputSha256, job.id(), owner.text());
  }

  synchronized void done(Job job, Owner owner, Report.Entry entry) throws BatchException {
    ours(
        "UPDATE job SET state='DONE', owner=NULL, error_kind=NULL, error_message=NULL, report=?"
            + OURS,
        JobRow.text(entry),
        job.id(),
        owner.text());
  }

  synchronized void failed(Job job, Owner owner, JobError error) throws BatchException {
    ours(
        "UPDATE job SET state='FAILED', owner=NULL, error_kind=?, error_message=?" + OURS,
        error.kind(),
        error.message(),
        job.id(),
        owner.text());
  }

  synchronized void cancelled(Job job, Owner owner) throws BatchException {
    ours("UPDATE job SET state='CANCELLED', owner=NULL" + OURS, job.id(), owner.text());
  }

  /** Gives a job back as if it had not been begun. */
  synchronized void giveBack(Job job, Owner owner) throws BatchException {
    ours(
        "UPDATE job SET state='WAITING', owner=NULL, attempts=attempts-1" + OURS,
        job.id(),
        owner.text());
  }

  /** Notes that the output of an interrupted attempt turned out to be whole. */
  synchronized void recognised(Job job, Report.Entry entry) throws BatchException {
    database.update(
        "UPDATE job SET state='DONE', owner=NULL, error_kind=NULL, error_message=NULL, report=?"
            + " WHERE id=? AND state<>'DONE'",
        JobRow.text(entry),
        job.id());
  }

  /** Lets a job wait again, with all that the attempts before have frozen. */
  synchronized void reopen(Job job, boolean overwrite) throws BatchException {
    database.update(
        "UPDATE job SET state='WAITING', owner=NULL, cancel=0, error_kind=NULL,"
            + " error_message=NULL, settings=? WHERE id=?",
        SettingsJson.text(job.order().settings().withOverwrite(overwrite)),
        job.id());
  }

  private void ours(String sql, Object... values) throws BatchException {
    if (database.update(sql, values) == 0) {
      throw new BatchException.JobLost();
    }
  }

  private Optional<Job> one(String condition, Object value) throws BatchException {
    return database.query("SELECT * FROM job WHERE " + condition, JobRow::job, value).stream()
        .findFirst();
  }

  @Override
  public synchronized void close() throws BatchException {
    database.close();
  }
}
