package hyperlumen.batch;

import hyperlumen.runtime.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
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
  public List<Job> add(List<JobOrder> orders) throws BatchException {
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
    Optional<Job> old = JobRow.find(database, "output=?", order.output().toString());
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
    return JobRow.find(database, "output=?", order.output().toString()).orElseThrow();
  }

  /** All jobs in the order in which they were queued. */
  public List<Job> jobs() throws BatchException {
    return database.query("SELECT * FROM job ORDER BY id", JobRow::job);
  }

  /** One job. */
  public Optional<Job> job(long id) throws BatchException {
    return JobRow.find(database, "id=?", id);
  }

  /** The job whose result goes to this file. */
  public Optional<Job> find(Path output) throws BatchException {
    return JobRow.find(database, "output=?", output.toAbsolutePath().normalize().toString());
  }

  /** Number of jobs by state; every state is there. */
  public Map<JobState, Integer> counts() throws BatchException {
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
  public List<Job> unfinished() throws BatchException {
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
  public boolean isHeld(long id) throws BatchException {
    return JobLeases.isHeld(database, clock, id);
  }

  /** Takes a failed or cancelled job up again with the settings that it was queued with. */
  public void retry(long id) throws BatchException {
    database.update(
        "UPDATE job SET state='WAITING', cancel=0, error_kind=NULL, error_message=NULL"
            + " WHERE id=? AND state IN ('FAILED', 'CANCELLED')",
        id);
  }

  /**
   * Does not want a job any more; a running one ends within a tile, one whose runner is gone at
   * once.
   */
  public void cancel(long id) throws BatchException {
    database.transaction(
        () -> {
          database.update(
              "UPDATE job SET state='CANCELLED' WHERE id=? AND state IN ('WAITING', 'FAILED')", id);
          database.update(
              isHeld(id)
                  ? "UPDATE job SET cancel=1 WHERE id=? AND state='RUNNING'"
                  : "UPDATE job SET state='CANCELLED', owner=NULL WHERE id=? AND state='RUNNING'",
              id);
          return id;
        });
  }

  /** Forgets a job that is over; its output stays. */
  public void remove(long id) throws BatchException {
    database.update("DELETE FROM job WHERE id=? AND state IN ('DONE', 'FAILED', 'CANCELLED')", id);
  }

  /** What a runner does with jobs. */
  JobLeases leases(Owner owner) {
    return new JobLeases(database, clock, owner);
  }

  /** Notes that the output of an interrupted attempt turned out to be whole. */
  void recognised(Job job, Report.Entry entry) throws BatchException {
    database.update(
        "UPDATE job SET state='DONE', owner=NULL, error_kind=NULL, error_message=NULL, report=?"
            + " WHERE id=? AND state<>'DONE'",
        JobRow.text(entry),
        job.id());
  }

  /** Lets a job wait again, with all that the attempts before have frozen. */
  void reopen(Job job, boolean overwrite) throws BatchException {
    database.update(
        "UPDATE job SET state='WAITING', owner=NULL, cancel=0, error_kind=NULL,"
            + " error_message=NULL, settings=? WHERE id=?",
        SettingsJson.text(job.order().settings().withOverwrite(overwrite)),
        job.id());
  }

  @Override
  public void close() throws BatchException {
    database.close();
  }
}
