package hyperlumen.ui.service;

import hyperlumen.batch.BatchProgress;
import hyperlumen.batch.BatchRunner;
import hyperlumen.batch.Job;
import hyperlumen.batch.JobError;
import hyperlumen.batch.JobOrder;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.JobState;
import hyperlumen.batch.Machine;
import hyperlumen.batch.ModelChoice;
import hyperlumen.batch.Resumption;
import hyperlumen.batch.RunnerOptions;
import hyperlumen.batch.report.ReportFile;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import hyperlumen.ui.PhotoFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The queue of this machine's user, worked on in this process at low priority. Thread-safe. */
public final class LocalBatchService implements BatchService {

  /** Much longer than a tile takes; what has not ended then is taken up by the next run. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private final Path file;
  private final ModelStore store;
  private final String software;
  private volatile EnhanceOptions options;
  private final JobNotes jobNotes;
  private JobQueue queue;
  private BatchRunner runner;
  private Thread worker;
  private int threads;
  private Optional<JobError> ended = Optional.empty();

  /**
   * The queue in {@code file}, opened at its first use.
   *
   * @param options memory and threads
   * @param software name and version of the program, as outputs state them
   */
  public LocalBatchService(Path file, ModelStore store, EnhanceOptions options, String software) {
    this.file = file;
    this.store = store;
    this.options = options;
    this.software = software;
    jobNotes = new JobNotes(software);
    threads = options.threads();
  }

  private synchronized JobQueue queue() throws IOException {
    if (queue == null) {
      queue = JobQueue.open(file);
    }
    return queue;
  }

  @Override
  public void add(List<Order> orders, Path folder) throws IOException {
    List<JobOrder> jobs = new ArrayList<>();
    for (Order order : orders) {
      jobs.add(
          new JobOrder(
              order.photo(),
              folder,
              folder.resolve(order.outputName()),
              JobSettings.of(frozen(order.models()), order.adjustments().in(options))
                  .withFormat(order.format())));
    }
    List<Job> added = queue().add(jobs);
    synchronized (this) {
      if (runner != null) {
        runner.submit(added);
      }
    }
  }

  private static ModelChoice frozen(Map<ModelFacts.Task, ModelFacts> models) {
    Map<ModelCard.Task, ModelChoice.Name> names = new EnumMap<>(ModelCard.Task.class);
    models.forEach(
        (task, model) ->
            names.put(
                task == ModelFacts.Task.RAW_TO_PICTURE
                    ? ModelCard.Task.ISP
                    : ModelCard.Task.DENOISE,
                new ModelChoice.Name(model.id(), model.sha256())));
    return new ModelChoice(names);
  }

  /** The model of a job: the one that works on it, else the one its file's ending speaks for. */
  private static String modelOf(Job job) {
    ModelChoice models = job.order().settings().models();
    ModelCard.Task likely =
        PhotoFiles.looksRaw(job.order().input()) ? ModelCard.Task.ISP : ModelCard.Task.DENOISE;
    return job.model()
        .or(() -> models.forTask(likely))
        .or(() -> models.byTask().values().stream().findFirst())
        .map(ModelChoice.Name::id)
        .orElse("");
  }

  /** A job whose run ended with the program before waits to be taken up again. */
  private Stand standOf(Job job) throws IOException {
    return job.state() == JobState.RUNNING && !queue().isHeld(job.id())
        ? Stand.WAITING
        : Stand.valueOf(job.state().name());
  }

  @Override
  public List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Job job : queue().jobs()) {
      rows.add(
          new Row(
              job.id(),
              job.order().input(),
              job.order().output(),
              standOf(job),
              jobNotes.share(job),
              modelOf(job),
              Adjustments.of(job.order().settings().options()),
              job.error().map(JobError::message).orElse(jobNotes.sentence(job)),
              job.error().map(Reason::of)));
    }
    return rows;
  }

  @Override
  public synchronized Totals totals() {
    if (runner == null) {
      return new Totals(
          0,
          0,
          0,
          0,
          OptionalDouble.empty(),
          false,
          false,
          ended.map(JobError::message).orElse(""),
          ended.map(Reason::of));
    }
    BatchProgress p = runner.progress();
    return new Totals(
        p.done(),
        p.failed(),
        p.total(),
        p.share(),
        p.secondsLeft(),
        p.paused(),
        true,
        "",
        Optional.empty());
  }

  @Override
  public synchronized void start() throws IOException {
    if (runner != null) {
      return;
    }
    List<Job> waiting = Resumption.left(queue(), queue().unfinished());
    if (waiting.isEmpty()) {
      return;
    }
    ended = Optional.empty();
    BatchRunner next =
        new BatchRunner(
            queue,
            store,
            RunnerOptions.of(options.withThreads(threads), software).withLowPriority(true),
            jobNotes,
            () -> false);
    runner = next;
    next.submit(waiting);
    worker = Thread.ofPlatform().daemon().name("batch").start(() -> work(next));
  }

  private void work(BatchRunner run) {
    BatchRunner.Result result = run.run();
    synchronized (this) {
      runner = null;
      ended = result.obstacle();
    }
  }

  @Override
  public synchronized void setPaused(boolean paused) {
    if (runner != null) {
      runner.setPaused(paused);
    }
  }

  @Override
  public synchronized void setMemory(long bytes) {
    options = options.withMemoryBytes(bytes);
  }

  @Override
  public synchronized void setThreads(int count) {
    threads = count;
    if (runner != null) {
      runner.setThreads(count);
    }
  }

  @Override
  public void setSidecars(boolean wanted) {
    jobNotes.setSidecars(wanted);
  }

  @Override
  public void report(Path target) throws IOException {
    ReportFile.write(QueueReport.of(queue().jobs(), Machine.here()), target);
  }

  @Override
  public void cancel(long id) throws IOException {
    BatchRunner now;
    synchronized (this) {
      now = runner;
    }
    if (now == null) {
      queue().cancel(id);
    } else {
      now.cancel(id);
    }
  }

  @Override
  public void retry(long id) throws IOException {
    queue().retry(id);
    synchronized (this) {
      if (runner != null) {
        runner.submit(queue.job(id).stream().toList());
      }
    }
  }

  @Override
  public void clear() throws IOException {
    for (Job job : queue().jobs()) {
      if (job.state().isOver()) {
        queue().remove(job.id());
      }
    }
  }

  @Override
  public void stop() {
    Thread working;
    synchronized (this) {
      if (runner == null) {
        return;
      }
      runner.stop();
      working = worker;
    }
    try {
      // A run that has ended leaves no lease that the next one would have to wait for.
      working.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
