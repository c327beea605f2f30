package hyperlumen.app;

import hyperlumen.app.InputFiles.Input;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.Machine;
import hyperlumen.batch.References;
import hyperlumen.batch.Report;
import hyperlumen.batch.Shard;
import hyperlumen.batch.Sidecar;
import hyperlumen.batch.report.ReportFile;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.runtime.RuntimeStart;
import hyperlumen.write.OutputFormat;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Options that a sidecar has an answer to. */
  private static final List<String> SAID_BY_SIDECAR =
      List.of(
          "--model",
          "--format",
          "--strength",
          "--noise",
          "--tile",
          "--white-balance",
          "--exposure",
          "--look",
          "--colour-space",
          "--cfa",
          "--recursive",
          "--shard");

  @Parameters(arity = "0..*", paramLabel = "INPUT", description = "Photos and folders of photos.")
  private List<Path> arguments = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", description = "Output folder.")
  private Path out;

  @Option(names = "--recursive", description = "Goes into folders below the named ones, too.")
  private boolean recursive;

  @Mixin private ProcessingOptions processing;

  @Option(names = "--overwrite", description = "Replaces outputs that exist.")
  private boolean overwrite;

  @Option(
      names = "--resume",
      description =
          "Goes on where a run ended: outputs that are finished are verified by hash. Without"
              + " INPUTs it does whatever is left in the queue, with the options of then.")
  private boolean resume;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Does only the I-th of N shares of the inputs; auto/N or auto takes I (and N) from a"
              + " Slurm array's or a Kubernetes indexed job's variables.")
  private String shardText = "1/1";

  @Option(
      names = "--sidecar",
      description =
          "Writes NAME.EXT.hyperlumen.json beside each result: source, settings, models and cost.")
  private boolean sidecar;

  @Option(
      names = "--repeat",
      paramLabel = "FILE",
      description =
          "Does once more what a sidecar says; INPUT only names where its photo is now, if it was"
              + " moved.")
  private Path repeat;

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
    Optional<OutputFormat> format = processing.format();
    EnhanceOptions options = processing.options();
    Shard shard = shard();
    References references = references();
    checkArguments();
    Optional<Sidecar> repeated = repeated();
    List<Input> inputs = InputFiles.of(arguments, recursive);
    if (inputs.isEmpty() && !arguments.isEmpty()) {
      throw wrong("there are no photos in " + words(arguments));
    }
    RuntimeStart.begin();
    ModelStore store = Assets.models();
    JobSettings settings =
        repeated.isPresent()
            ? repeated.get().settings().under(options).withOverwrite(overwrite)
            : processing.settings(store, overwrite);
    List<Path> outputs =
        arguments.isEmpty()
            ? List.of()
            : outputs(inputs, format, repeated.map(Sidecar::outputName));
    PrintWriter err = spec.commandLine().getErr();
    ConsoleProgress progress =
        new ConsoleProgress(err, Boolean.getBoolean("hyperlumen.terminal"), Interruption::isWanted);
    List<EnhanceRun.Item> items = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (shard.contains(inputs.get(i).relative().toString().replace(File.separatorChar, '/'))) {
        items.add(new EnhanceRun.Item(inputs.get(i).file(), outputs.get(i)));
      }
    }
    EnhanceRun.Result result;
    try (JobQueue queue = processing.queue(resume, progress)) {
      EnhanceRun run =
          new EnhanceRun(
              queue,
              store,
              processing.runner(options),
              references,
              progress,
              spec.commandLine().getOut(),
              sidecar);
      Interruption.setCancellable(true);
      result = arguments.isEmpty() ? run.rest() : run.all(items, out, settings, resume);
      Interruption.setCancellable(false);
    }
    if (report != null) {
      ReportFile.write(new Report(Report.SCHEMA, Machine.here(), result.entries()), report);
    }
    return result.code();
  }

  /** The sidecar to repeat; its photo becomes the one argument. */
  private Optional<Sidecar> repeated() throws IOException {
    if (repeat == null) {
      return Optional.empty();
    }
    for (String option : SAID_BY_SIDECAR) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw wrong(option + " is what the sidecar says; leave it out, or leave out --repeat");
      }
    }
    if (arguments.size() > 1) {
      throw wrong("--repeat is for one photo");
    }
    Sidecar read = Sidecar.read(repeat);
    arguments = List.of(read.source(arguments.stream().findFirst()));
    return Optional.of(read);
  }

  private void checkArguments() {
    if (repeat != null) {
      if (out == null) {
        throw wrong("--out says where the results go");
      }
      checkOut();
      return;
    }
    if (arguments.isEmpty() && !resume) {
      throw wrong("name photos or folders, or use --resume");
    }
    if (arguments.isEmpty() == (out != null)) {
      throw wrong(
          out == null
              ? "--out says where the results go"
              : "--out needs photos or folders; without them --resume has its own folders");
    }
    checkOut();
  }

  private void checkOut() {
    if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
      throw wrong(out + " is not a folder");
    }
  }

  private Shard shard() {
    try {
      return Shard.parse(shardText, System.getenv());
    } catch (IllegalArgumentException e) {
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

  private List<Path> outputs(
      List<Input> inputs, Optional<OutputFormat> format, Optional<String> name) {
    try {
      List<Path> outputs =
          name.isPresent() ? List.of(out.resolve(name.get())) : OutputNames.of(inputs, out, format);
      OutputNames.refuseInputs(inputs, outputs);
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
