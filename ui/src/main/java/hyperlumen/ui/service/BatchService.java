package hyperlumen.ui.service;

import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The queue of photos that are enhanced one after the other, with the options each was queued with.
 * It outlives the program. Calls may wait for the disk and are made on background threads.
 */
public interface BatchService {

  /**
   * One photo to queue.
   *
   * @param photo the file
   * @param raw whether it is a camera's raw file
   * @param models frozen with the job: the model of mosaics under {@link
   *     ModelFacts.Task#RAW_TO_PICTURE}, that of everything else under {@link
   *     ModelFacts.Task#DENOISE}; one of them is enough where it is known what the photo is
   * @param adjustments frozen with the job
   * @param format of the result; empty for the nearest to the photo's own
   */
  record Order(
      Path photo,
      boolean raw,
      Map<ModelFacts.Task, ModelFacts> models,
      Adjustments adjustments,
      Optional<OutputFormat> format) {

    public Order {
      models = Map.copyOf(models);
    }

    /** An order for the format that is nearest to the photo's. */
    public Order(
        Path photo, boolean raw, Map<ModelFacts.Task, ModelFacts> models, Adjustments adjustments) {
      this(photo, raw, models, adjustments, Optional.empty());
    }

    /** The same with another format of the result. */
    public Order withFormat(Optional<OutputFormat> other) {
      return new Order(photo, raw, models, adjustments, other);
    }

    /** The photo's name with a mark and the format's ending; RAW photos become TIFF. */
    String outputName() {
      String name = photo.getFileName().toString();
      int dot = name.lastIndexOf('.');
      String own = dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
      String nearest = raw || own.isEmpty() ? OutputFormat.TIFF16.extension() : own;
      String stem = dot > 0 ? name.substring(0, dot) : name;
      return stem + "-enhanced." + format.map(OutputFormat::extension).orElse(nearest);
    }
  }

  /** Where a job stands. */
  enum Stand {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing will happen any more unless the user wants it. */
    public boolean isOver() {
      return this == DONE || canBeRetried();
    }

    /** Whether it can be taken up again. */
    public boolean canBeRetried() {
      return this == FAILED || this == CANCELLED;
    }
  }

  /**
   * One job.
   *
   * @param id number within the queue
   * @param input the photo
   * @param output its result
   * @param stand where it stands
   * @param share of a running one that is done, 0 to 1
   * @param model id of the frozen model; empty where none was installed
   * @param settings the frozen adjustments
   * @param sentence why it failed or what it waits for; empty if there is nothing to say
   * @param reason the kind of failure; empty if it did not fail
   */
  record Row(
      long id,
      Path input,
      Path output,
      Stand stand,
      double share,
      String model,
      Adjustments settings,
      String sentence,
      Optional<Reason> reason) {}

  /**
   * All jobs of this run together.
   *
   * @param done jobs that are done
   * @param failed jobs that failed
   * @param total jobs of the run
   * @param share of the work, 0 to 1
   * @param secondsLeft at the pace so far
   * @param paused whether it stands still
   * @param running whether anything is at work
   * @param sentence why the run ended before its time; empty if it did not
   * @param reason the kind of obstacle; empty if there was none
   */
  record Totals(
      int done,
      int failed,
      int total,
      double share,
      OptionalDouble secondsLeft,
      boolean paused,
      boolean running,
      String sentence,
      Optional<Reason> reason) {}

  /** Queues photos; results go to {@code folder}, originals are never replaced. */
  void add(List<Order> orders, Path folder) throws IOException;

  /** All jobs, in the order in which they were queued. */
  List<Row> rows() throws IOException;

  /** The run as a whole. */
  Totals totals();

  /** Works on what waits, also from earlier runs; does nothing if it is at work already. */
  void start() throws IOException;

  /** Stands still within a tile, or goes on. */
  void setPaused(boolean paused);

  /**
   * Bounds the resident memory of photos that are queued, and of the run, from its next start on.
   */
  void setMemory(long bytes);

  /** How many tiles are computed at once, from the next photo on. */
  void setThreads(int threads);

  /**
   * Whether each result from now on gets a file beside it that says what it was made of, with which
   * settings, and what it cost: {@code photo.ext.hyperlumen.json}.
   */
  void setSidecars(boolean wanted);

  /**
   * Writes what became of all jobs that are over, and what each cost, whole or not at all.
   *
   * @param file its ending decides the form: CSV, HTML, or else JSON; replaced if it is there
   */
  void report(Path file) throws IOException;

  /** Does not want a job any more; a running one ends within a tile. */
  void cancel(long id) throws IOException;

  /** Takes a failed or cancelled job up again. */
  void retry(long id) throws IOException;

  /** Forgets all jobs that are over; their outputs stay. */
  void clear() throws IOException;

  /** Ends within a tile, and returns when it has; what is left waits in the queue. */
  void stop();
}
