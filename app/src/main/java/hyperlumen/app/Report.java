package hyperlumen.app;

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
record Report(int schema, Machine machine, List<Entry> files) {

  static final int SCHEMA = 1;

  /** One input. Fields that do not apply are null. */
  record Entry(
      String input,
      String output,
      String status,
      Failure error,
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
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Baseline> baselines) {

    /** An input whose result was there already. */
    static Entry skipped(String input, String output) {
      return empty(input, output, "skipped", null);
    }

    /** An input that could not be done. */
    static Entry failed(String input, String output, Failure error) {
      return empty(input, output, "failed", error);
    }

    private static Entry empty(String input, String output, String status, Failure error) {
      return new Entry(
          input, output, status, error, null, null, null, null, null, null, null, null, null, null,
          null);
    }

    /** An input that is done. */
    static Entry done(
        String input,
        String output,
        CostReport cost,
        double predictedSeconds,
        double strength,
        Metrics metrics,
        Map<String, Baseline> baselines) {
      return new Entry(
          input,
          output,
          "done",
          null,
          new ModelName(cost.modelId(), cost.modelSha256()),
          cost.width(),
          cost.height(),
          (double) cost.width() * cost.height() / 1e6,
          Flop.of(cost),
          Seconds.of(cost.seconds(), predictedSeconds),
          Memory.of(cost.memory()),
          new Tile(cost.tile().size(), cost.tile().halo(), cost.tile().count()),
          strength,
          metrics,
          baselines);
    }
  }

  /** Which model. */
  record ModelName(String id, String sha256) {}

  /** Operations. */
  record Flop(long useful, long executed, String convention) {
    static Flop of(CostReport cost) {
      return new Flop(
          Math.round(cost.usefulFlop()),
          Math.round(cost.executedFlop()),
          hyperlumen.network.CostModel.CONVENTION);
    }
  }

  /** Wall time per stage; {@code predicted} was stated before the run. */
  record Seconds(
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

  /** Bytes. */
  record Memory(Long peakRssBytes, long photoBytes, long predictedBytes) {
    static Memory of(CostReport.Memory memory) {
      OptionalLong peak = memory.peakRss();
      return new Memory(
          peak.isPresent() ? peak.getAsLong() : null, memory.photo(), memory.predicted());
    }
  }

  /** Photo pixels and number of tiles. */
  record Tile(int size, int halo, int count) {}

  /** Another program's output for the same input; metrics only with a reference. */
  record Baseline(String file, Metrics metrics) {}
}
