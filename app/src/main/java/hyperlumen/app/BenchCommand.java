package hyperlumen.app;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.Model;
import hyperlumen.model.ModelStore;
import hyperlumen.write.FolderTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures this machine and what the installed models make of it. */
@Command(
    name = "bench",
    description =
        "Measures this machine's arithmetic peak, and each model's time, share of that peak and"
            + " memory on photos of several sizes.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  private static final double MOST_MEGAPIXELS = 200;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--size",
      split = ",",
      paramLabel = "MP",
      description = "Megapixels, several with commas. Default: 1,12.6,24,48.")
  private List<Double> sizes = List.of(1.0, 12.6, 24.0, 48.0);

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "ID",
      description = "Only these models. Default: all.")
  private List<String> ids = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often everything is measured, interleaved; medians count. Default: 3.")
  private int rounds;

  @Option(names = "--memory", paramLabel = "MB", description = "As for enhance.")
  private Long memory;

  @Option(names = "--tile", paramLabel = "PX", description = "As for enhance.")
  private Integer tile;

  @Option(names = "--threads", paramLabel = "N", description = "As for enhance.")
  private Integer threads;

  @Option(
      names = "--sweep",
      description = "Also times the network with several tiles and threads, at the first size.")
  private boolean sweep;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Compares ratios with the bounds in a file; exit code 1 if one is missed.")
  private Path check;

  @Option(
      names = "--plot",
      paramLabel = "FILE.svg",
      description = "Also draws time and memory against megapixels.")
  private Path plot;

  /** Set where this process was started by another bench: one measurement of this photo. */
  @Option(names = "--one", hidden = true)
  private Path photo;

  @Option(names = "--network-only", hidden = true)
  private boolean networkOnly;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    check();
    List<Model> models = models(Assets.models());
    if (photo != null) {
      Path folder = photo.toAbsolutePath().getParent();
      spec.commandLine()
          .getOut()
          .println(
              Json.text(
                  BenchMeasure.of(models.getFirst(), photo, folder, options(), !networkOnly)));
      return ExitCode.OK;
    }
    Path folder = Files.createTempDirectory("hyperlumen-bench");
    try {
      BenchRun run =
          new BenchRun(models, sizes, rounds, passedOn(), folder, spec.commandLine().getErr());
      BenchResult result = run.all(sweep);
      return report(result);
    } finally {
      FolderTree.delete(folder);
    }
  }

  private int report(BenchResult result) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (plot != null) {
      Files.writeString(plot, BenchPlot.svg(result));
    }
    if (json) {
      out.println(Json.text(result));
    } else {
      BenchTable.print(result, out);
    }
    if (check == null) {
      return ExitCode.OK;
    }
    List<String> failures = BenchCheck.failures(check, result.ratios());
    failures.forEach(spec.commandLine().getErr()::println);
    return failures.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private void check() {
    for (double size : sizes) {
      if (!(size > 0 && size <= MOST_MEGAPIXELS)) {
        throw wrong(
            String.format(Locale.ROOT, "%s is not a number of megapixels to measure", size));
      }
    }
    if (rounds < 1) {
      throw wrong("there is at least one round");
    }
    if (check != null && !Files.isReadable(check)) {
      throw wrong(check + " cannot be read");
    }
    options();
  }

  private List<Model> models(ModelStore store) throws IOException {
    List<Model> models = new ArrayList<>();
    for (String id : ids.isEmpty() ? store.ids() : ids) {
      if (!store.ids().contains(id)) {
        throw wrong("there is no model '" + id + "'; there are " + String.join(", ", store.ids()));
      }
      models.add(store.get(id));
    }
    return models;
  }

  private EnhanceOptions options() {
    try {
      EnhanceOptions options = EnhanceOptions.defaults();
      if (memory != null) {
        options = options.withMemoryBytes(Math.multiplyExact(memory, 1_000_000L));
      }
      if (threads != null) {
        options = options.withThreads(threads);
      }
      return tile == null ? options : options.withTile(OptionalInt.of(tile));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<String> passedOn() {
    List<String> arguments = new ArrayList<>();
    add(arguments, "--memory", memory);
    add(arguments, "--tile", tile);
    add(arguments, "--threads", threads);
    return arguments;
  }

  private static void add(List<String> arguments, String name, Object value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value.toString());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
