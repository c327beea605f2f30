package hyperlumen.app;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlumen.batch.Machine;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard.Task;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.runtime.FilterPlacement;
import hyperlumen.runtime.MachinePeak;
import hyperlumen.runtime.RuntimeFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All measurements of a benchmark: rounds over models and sizes, each in a process of its own. */
final class BenchRun {

  private static final int[] SWEEP_TILES = {384, 512, 768, 1024, 1536};

  private final List<Model> models;
  private final List<Double> sizes;
  private final int rounds;
  private final List<String> options;
  private final Path folder;
  private final PrintWriter err;

  BenchRun(
      List<Model> models,
      List<Double> sizes,
      int rounds,
      List<String> options,
      Path folder,
      PrintWriter err) {
    this.models = models;
    this.sizes = sizes;
    this.rounds = rounds;
    this.options = options;
    this.folder = folder;
    this.err = err;
  }

  /** One model on one size. */
  private record Subject(Model model, double megapixels) {}

  BenchResult all(boolean sweep) throws IOException, CancelledException {
    double before = load();
    double peak = 0;
    Map<Subject, List<JsonNode>> runs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      peak = Math.max(peak, peak());
      for (Model model : models) {
        for (double megapixels : sizes) {
          say("round " + (round + 1) + ": " + model.id() + ", " + megapixels + " MPix");
          runs.computeIfAbsent(new Subject(model, megapixels), s -> new ArrayList<>())
              .add(measure(model, megapixels, options));
        }
      }
    }
    List<BenchResult.Entry> entries = new ArrayList<>();
    for (Map.Entry<Subject, List<JsonNode>> run : runs.entrySet()) {
      entries.add(entry(run.getKey(), run.getValue(), peak));
    }
    return new BenchResult(
        Machine.here(),
        peak / 1e9,
        new double[] {before, load()},
        rounds,
        entries,
        filters(),
        sweep ? sweep() : List.of(),
        List.of());
  }

  private static double peak() throws IOException {
    try {
      return MachinePeak.refresh();
    } catch (RuntimeFailure e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private JsonNode measure(Model model, double megapixels, List<String> more)
      throws IOException, CancelledException {
    List<String> arguments = new ArrayList<>(List.of("bench", "--model", model.id()));
    arguments.add("--one");
    arguments.add(photo(model, megapixels).toString());
    arguments.addAll(more);
    return Json.MAPPER.readTree(ChildProgram.run(arguments));
  }

  private Path photo(Model model, double megapixels) throws IOException, CancelledException {
    boolean raw = model.card().task() == Task.ISP;
    Size size = BenchPhoto.size(megapixels);
    Path file = folder.resolve(size.width() + "x" + size.height() + (raw ? ".dng" : ".tif"));
    if (!Files.exists(file)) {
      if (raw) {
        BenchPhoto.writeDng(size, file);
      } else {
        BenchPhoto.writeTiff(size, file);
      }
    }
    return file;
  }

  private static BenchResult.Entry entry(Subject subject, List<JsonNode> runs, double peak) {
    JsonNode any = runs.getFirst();
    double network = median(runs, "network");
    double useful = any.path("useful").doubleValue();
    double executed = any.path("executed").doubleValue();
    Long most = null;
    for (JsonNode run : runs) {
      if (run.path("peakRssBytes").isNumber()) {
        most = Math.max(most == null ? 0 : most, run.path("peakRssBytes").longValue());
      }
    }
    Size size = BenchPhoto.size(subject.megapixels());
    return new BenchResult.Entry(
        subject.model().id(),
        size.megapixels(),
        useful / network / 1e9,
        executed / network / peak,
        any.path("tile").intValue(),
        new BenchResult.Seconds(
            median(runs, "read"),
            median(runs, "predict"),
            network,
            median(runs, "render"),
            median(runs, "write"),
            median(runs, "total"),
            median(runs, "forecastSeconds")),
        new BenchResult.Flop(useful, executed),
        new BenchResult.Memory(most, any.path("predictedBytes").longValue()));
  }

  private static double median(List<JsonNode> runs, String field) {
    return BenchResult.median(runs.stream().map(run -> run.path(field).doubleValue()).toList());
  }

  private List<BenchResult.Filters> filters() throws IOException {
    List<BenchResult.Filters> all = new ArrayList<>();
    for (Model model : models) {
      try {
        FilterPlacement rates = FilterPlacement.measure(model);
        all.add(new BenchResult.Filters(model.id(), rates.baked() / 1e9, rates.given() / 1e9));
      } catch (RuntimeFailure e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return all;
  }

  private List<BenchResult.Sweep> sweep() throws IOException, CancelledException {
    List<BenchResult.Sweep> all = new ArrayList<>();
    double megapixels = sizes.getFirst();
    for (Model model : models) {
      for (int threads = 1; threads <= Runtime.getRuntime().availableProcessors(); threads *= 2) {
        for (int tile : SWEEP_TILES) {
          say("sweep: " + model.id() + ", tile " + tile + ", threads " + threads);
          List<String> more =
              List.of(
                  "--network-only", "--tile", "" + tile, "--threads", Integer.toString(threads));
          List<JsonNode> runs = new ArrayList<>();
          for (int round = 0; round < rounds; round++) {
            runs.add(measure(model, megapixels, more));
          }
          double seconds = median(runs, "network");
          all.add(new BenchResult.Sweep(model.id(), megapixels, tile, threads, seconds));
        }
      }
    }
    return all;
  }

  private void say(String line) {
    err.printf(Locale.ROOT, "%s%n", line);
    err.flush();
  }
}
