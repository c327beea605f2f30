package hyperlumen.app;

import hyperlumen.app.InputFiles.Input;
import hyperlumen.batch.BatchException;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.Machine;
import hyperlumen.batch.ModelChoice;
import hyperlumen.batch.References;
import hyperlumen.batch.Report;
import hyperlumen.batch.RunnerOptions;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.Model;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Enhances photos: one output file per input. */
@Command(
    name = "enhance",
    description =
        "Enhances photos, one output per input: RAW is developed, other pictures are denoised."
            + " Prints the path of each result.",
    mixinStandardHelpOptions = true)
final class EnhanceCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "INPUT", description = "Photos and folders of photos.")
  private List<Path> arguments = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", description = "Output folder.")
  private Path out;

  @Option(names = "--recursive", description = "Goes into folders below the named ones, too.")
  private boolean recursive;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "Which model; default by kind of input. See 'hyperlumen models'.")
  private String modelId;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "png8, png16, tiff8, tiff16, tiff32f, jpeg or dng (linear, of RAW photos);"
              + " default: nearest to the input.")
  private String formatId;

  @Option(
      names = "--strength",
      paramLabel = "0..1",
      defaultValue = "1",
      description = "Share of the network's result. Default: 1.")
  private double strength;

  @Option(
      names = "--noise",
      paramLabel = "F",
      defaultValue = "1",
      description = "Factor on the noise that filters are predicted for. Default: 1, as measured.")
  private double noise;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description = "Resident memory the program may use; picks the tile.")
  private Long memory;

  @Option(
      names = "--tile",
      paramLabel = "PX",
      description = "Side of a tile in photo pixels, halo included; overrides --memory's choice.")
  private Integer tile;

  @Option(names = "--threads", paramLabel = "N", description = "Tiles computed at once.")
  private Integer threads;

  @Mixin private RenderingOptions rendering;

  @Option(names = "--overwrite", description = "Replaces outputs that exist.")
  private boolean overwrite;

  @Option(
      names = "--resume",
      description =
          "Goes on where a run ended: outputs that are finished are verified by hash. Without"
              + " INPUTs it does whatever is left in the queue, with the options of then.")
  private boolean resume;

  @Option(
      names = "--queue",
      paramLabel = "FILE",
      description = "Where jobs are noted; default: the user's own queue.")
  private Path queueFile;

  @Option(names = "--low-priority", description = "Lets everything else on the machine go first.")
  private boolean lowPriority;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = Shard.Converter.class,
      description = "Does only every N-th input, beginning with the I-th.")
  private Shard shard = Shard.ALL;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes what was done and what it cost: JSON, or .csv, or .html.")
  private Path report;

  @Option(
      names = "--baseline",
      paramLabel = "NAME=DIR",
      description = "Another program's outputs, by base name, for the report; repeatable.")
  private Map<String, Path> baselines = new LinkedHashMap<>();

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Right pictures, by base name; adds metrics to the report.")
  private Path reference;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Optional<OutputFormat> format = format();
    EnhanceOptions options = options();
    References references = references();
    checkArguments();
    List<Input> inputs = InputFiles.of(arguments, recursive);
    if (inputs.isEmpty() && !arguments.isEmpty()) {
      throw wrong("there are no photos in " + words(arguments));
    }
    ModelStore store = Assets.models();
    Optional<Model> model = model(store);
    List<Path> outputs = arguments.isEmpty() ? List.of() : outputs(inputs, format);
    PrintWriter err = spec.commandLine().getErr();
    ConsoleProgress progress =
        new ConsoleProgress(err, Boolean.getBoolean("hyperlumen.terminal"), Interruption::isWanted);
    List<EnhanceRun.Item> items = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (shard.contains(i)) {
        items.add(new EnhanceRun.Item(inputs.get(i).file(), outputs.get(i)));
      }
    }
    RunnerOptions how = RunnerOptions.of(options, Version.software()).withLowPriority(lowPriority);
    EnhanceRun.Result result;
    try (JobQueue queue = queue(progress)) {
      EnhanceRun run =
          new EnhanceRun(queue, store, how, references, progress, spec.commandLine().getOut());
      Interruption.setCancellable(true);
      result =
          arguments.isEmpty()
              ? run.rest()
              : run.all(items, out, settings(store, model, options, format), resume);
      Interruption.setCancellable(false);
    }
    if (report != null) {
      ReportFile.write(new Report(Report.SCHEMA, Machine.here(), result.entries()), report);
    }
    return result.code();
  }

  private void checkArguments() {
    if (arguments.isEmpty() && !resume) {
      throw wrong("name photos or folders, or use --resume");
    }
    if (arguments.isEmpty() == (out != null)) {
      throw wrong(
          out == null
              ? "--out says where the results go"
              : "--out needs photos or folders; without them --resume has its own folders");
    }
    if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
      throw wrong(out + " is not a folder");
    }
  }

  private JobSettings settings(
      ModelStore store,
      Optional<Model> model,
      EnhanceOptions options,
      Optional<OutputFormat> format)
      throws IOException {
    ModelChoice models =
        model.isPresent() ? ModelChoice.of(model.get()) : ModelChoice.defaults(store);
    return JobSettings.of(models, options).withFormat(format).withOverwrite(overwrite);
  }

  /** Where nothing can be kept, such as in a container, a run still does what it is told. */
  private JobQueue queue(ConsoleProgress progress) throws BatchException {
    Path file = queueFile == null ? JobQueue.defaultFile() : queueFile;
    try {
      return JobQueue.open(file);
    } catch (BatchException e) {
      if (resume || queueFile != null) {
        throw e;
      }
      progress.line(e.getMessage() + "; this run cannot be resumed");
      return JobQueue.inMemory();
    }
  }

  private Optional<OutputFormat> format() {
    if (formatId == null) {
      return Optional.empty();
    }
    Optional<OutputFormat> format = OutputFormat.ofId(formatId);
    if (format.isEmpty()) {
      throw wrong(
          "the format '"
              + formatId
              + "' cannot be written; there are "
              + Arrays.stream(OutputFormat.values())
                  .map(OutputFormat::id)
                  .collect(Collectors.joining(", ")));
    }
    return format;
  }

  private EnhanceOptions options() {
    try {
      EnhanceOptions defaults = EnhanceOptions.defaults();
      if (tile != null && tile < 1) {
        throw new IllegalArgumentException("a tile has at least one pixel");
      }
      return new EnhanceOptions(
          strength,
          noise,
          memory == null ? defaults.memoryBytes() : Math.multiplyExact(memory, 1_000_000L),
          tile == null ? OptionalInt.empty() : OptionalInt.of(tile),
          threads == null ? defaults.threads() : threads,
          rendering.settings());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private References references() throws IOException {
    List<Path> folders = new ArrayList<>(baselines.values());
    if (reference != null) {
      folders.add(reference);
    }
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw wrong(folder + " is not a folder");
      }
    }
    return References.of(Optional.ofNullable(reference), baselines);
  }

  private Optional<Model> model(ModelStore store) throws IOException {
    if (modelId == null) {
      return Optional.empty();
    }
    if (!store.ids().contains(modelId)) {
      throw wrong(
          "there is no model '" + modelId + "'; there are " + String.join(", ", store.ids()));
    }
    try {
      return Optional.of(store.get(modelId));
    } catch (ModelException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Path> outputs(List<Input> inputs, Optional<OutputFormat> format) {
    try {
      List<Path> outputs = OutputNames.of(inputs, out, format);
      if (report != null) {
        OutputNames.refuseInputs(inputs, List.of(report));
      }
      return outputs;
    } catch (OutputNames.Refused e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String words(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
