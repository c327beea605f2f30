package hyperlumen.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import hyperlumen.enhance.CostReport;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run of {@code enhance} did and cost: the form of {@code --report}, version 1.
 *
 * @param schema version of the form
 * @param machine where it ran
 * @param files one entry per input, in the order of work
 */
public record Report(int schema, Machine machine, List<Entry> files) {

  public static final int SCHEMA = 1;

  /**
   * One input. Fields that do not apply are null.
   *
   * @param hashes of source and output, where the queue knows them
   */
  public record Entry(
      String input,
      String output,
      String status,
      JobError error,
      ModelName model,
      Integer width,
      Integer height,
      Double megapixels,
      Flop flop,
      Seconds seconds,
      Memory memory,
      Tile tile,
      Double strength,
      Metrics metrics,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Baseline> baselines,
      @JsonInclude(JsonInclude.Include.NON_NULL) Hashes hashes) {

    /** An input whose result was there already. */
    public static Entry skipped(String input, String output) {
      return empty(input, output, "skipped", null, null);
    }

    /** An input that could not be done. */
    public static Entry failed(String input, String output, JobError error) {
      return empty(input, output, "failed", error, null);
    }

    /** An input whose result is right, but whose cost went with an interrupted run. */
    static Entry recognised(String input, String output, Hashes hashes) {
      return empty(input, output, "done", null, hashes);
    }

    private static Entry empty(
        String input, String output, String status, JobError error, Hashes hashes) {
      return new Entry(
          input, output, status, error, null, null, null, null, null, null, null, null, null, null,
          null, hashes);
    }

    /** An input that is done. */
    static Entry done(Job job, CostReport cost, Circumstances how, Hashes hashes) {
      return new Entry(
          job.order().input().toString(),
          job.order().output().toString(),
          "done",
          null,
          new ModelName(cost.modelId(), cost.modelSha256()),
          cost.width(),
          cost.height(),
          (double) cost.width() * cost.height() / 1e6,
          Flop.of(cost),
          Seconds.of(cost.seconds(), how.predictedSeconds()),
          Memory.of(cost.memory(), how.overlapped()),
          new Tile(cost.tile().size(), cost.tile().halo(), cost.tile().count(), how.tileShrunk()),
          job.order().settings().options().strength().luminance(),
          null,
          null,
          hashes);
    }

    /** The same under other names, such as those that the user typed. */
    public Entry named(String otherInput, String otherOutput) {
      return new Entry(
          otherInput,
          otherOutput,
          status,
          error,
          model,
          width,
          height,
          megapixels,
          flop,
          seconds,
          memory,
          tile,
          strength,
          metrics,
          baselines,
          hashes);
    }

    /** The same with metrics. */
    public Entry measured(Metrics own, Map<String, Baseline> others) {
      return new Entry(
          input,
          output,
          status,
          error,
          model,
          width,
          height,
          megapixels,
          flop,
          seconds,
          memory,
          tile,
          strength,
          own,
          others,
          hashes);
    }
  }

  /**
   * What a cost does not say itself.
   *
   * @param predictedSeconds stated before the run
   * @param overlapped whether other photos were worked on at the same time
   * @param tileShrunk whether the tile was made smaller after running out of memory
   */
  record Circumstances(double predictedSeconds, boolean overlapped, boolean tileShrunk) {}

  /** SHA-256 of both files. */
  public record Hashes(String source, String output) {}

  /** Which model. */
  public record ModelName(String id, String sha256) {}

  /** Operations. */
  public record Flop(long useful, long executed, String convention) {
    static Flop of(CostReport cost) {
      return new Flop(
          Math.round(cost.usefulFlop()),
          Math.round(cost.executedFlop()),
          hyperlumen.network.CostModel.CONVENTION);
    }
  }

  /** Wall time per stage; {@code predicted} was stated before the run. */
  public record Seconds(
      double read,
      double predict,
      double network,
      double render,
      double write,
      double total,
      double predicted) {
    static Seconds of(CostReport.Seconds s, double predicted) {
      return new Seconds(
          s.read(), s.predict(), s.network(), s.render(), s.write(), s.total(), predicted);
    }
  }

  /**
   * Bytes.
   *
   * @param overlapped whether the peak is that of several photos at once
   */
  public record Memory(
      Long peakRssBytes, long photoBytes, long predictedBytes, boolean overlapped) {
    static Memory of(CostReport.Memory memory, boolean overlapped) {
      OptionalLong peak = memory.peakRss();
      return new Memory(
          peak.isPresent() ? peak.getAsLong() : null,
          memory.photo(),
          memory.predicted(),
          overlapped);
    }
  }

  /**
   * Photo pixels and number of tiles.
   *
   * @param shrunk whether memory ran out with a larger one
   */
  public record Tile(int size, int halo, int count, boolean shrunk) {}

  /** Another program's output for the same input; metrics only with a reference. */
  public record Baseline(String file, Metrics metrics) {}
}
