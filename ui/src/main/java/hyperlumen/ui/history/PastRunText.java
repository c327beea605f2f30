package hyperlumen.ui.history;

import hyperlumen.photo.Size;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.CostReadout;
import hyperlumen.ui.service.ModelFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A past run as one line: fields with tabs between, the photo's path last. */
final class PastRunText {

  /** A longer line was not written here. */
  private static final int LONGEST = 6000;

  private static final String UNKNOWN = "-";

  private PastRunText() {}

  /** The line; empty for a path that has a line break or a tab in it. */
  static Optional<String> write(PastRun run) {
    String path = run.photo().toString();
    if (path.chars().anyMatch(c -> c < ' ')) {
      return Optional.empty();
    }
    CostReadout cost = run.cost();
    StringBuilder line = new StringBuilder();
    field(line, run.ended().getEpochSecond());
    field(line, run.model());
    field(line, run.task());
    field(line, run.noise());
    field(line, cost.size().width());
    field(line, cost.size().height());
    field(line, cost.usefulFlop());
    field(line, cost.executedFlop());
    for (Stage stage : Stage.values()) {
      field(line, cost.seconds().containsKey(stage) ? cost.seconds().get(stage) : UNKNOWN);
    }
    field(line, cost.totalSeconds());
    field(line, cost.peakMemory().isPresent() ? cost.peakMemory().getAsLong() : UNKNOWN);
    field(line, cost.tile());
    field(line, cost.halo());
    field(line, cost.tiles());
    field(line, cost.threads());
    field(line, cost.modelSha256());
    field(line, run.quality().isPresent() ? run.quality().get().psnr() : UNKNOWN);
    field(line, figure(run.quality().map(Quality::ssim)));
    field(line, figure(run.quality().map(Quality::msSsim)));
    return Optional.of(line + path);
  }

  private static void field(StringBuilder line, Object value) {
    line.append(value).append('\t');
  }

  private static String figure(Optional<OptionalDouble> value) {
    return value.isPresent() && value.get().isPresent()
        ? Double.toString(value.get().getAsDouble())
        : UNKNOWN;
  }

  /** Reads a line back; empty if it is none. */
  static Optional<PastRun> read(String line) {
    String[] fields = line.length() > LONGEST ? new String[0] : line.split("\t", -1);
    Fields in = new Fields(fields);
    try {
      Instant ended = Instant.ofEpochSecond(in.count());
      String model = in.next();
      ModelFacts.Task task = ModelFacts.Task.valueOf(in.next());
      double noise = in.finite();
      Size size = new Size((int) in.count(), (int) in.count());
      double useful = in.finite();
      double executed = in.finite();
      Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
      for (Stage stage : Stage.values()) {
        in.known().ifPresent(value -> seconds.put(stage, value));
      }
      double total = in.finite();
      String peak = in.next();
      CostReadout cost =
          new CostReadout(
              size,
              useful,
              executed,
              seconds,
              total,
              peak.equals(UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(peak)),
              (int) in.count(),
              (int) in.count(),
              (int) in.count(),
              (int) in.count(),
              in.next());
      OptionalDouble psnr = in.known();
      OptionalDouble ssim = in.known();
      OptionalDouble msSsim = in.known();
      Optional<Quality> quality =
          psnr.isPresent()
              ? Optional.of(new Quality(psnr.getAsDouble(), ssim, msSsim))
              : Optional.empty();
      return Optional.of(new PastRun(Path.of(in.next()), ended, model, task, noise, cost, quality));
    } catch (RuntimeException e) {
      return Optional.empty(); // Somebody else wrote it, or the disk was full.
    }
  }

  /** The fields of a line, one after the other. */
  private static final class Fields {

    private final String[] all;
    private int at;

    Fields(String[] all) {
      this.all = all;
    }

    String next() {
      return all[at++];
    }

    long count() {
      return Long.parseLong(next());
    }

    double finite() {
      double value = Double.parseDouble(next());
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not finite");
      }
      return value;
    }

    OptionalDouble known() {
      String field = next();
      return field.equals(UNKNOWN)
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(field));
    }
  }
}
