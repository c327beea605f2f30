package hyperlumen.app;

import hyperlumen.batch.BatchException;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.ModelChoice;
import hyperlumen.batch.RunnerOptions;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Strength;
import hyperlumen.model.Model;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Cfa;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What enhancing and watching have in common: which model, how, and with how much of the machine.
 */
final class ProcessingOptions {

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

  @Option(
      names = "--cfa",
      paramLabel = "FILTERS",
      description =
          "Colour filters of a RAW mosaic, its first row, then its second: RGGB, BGGR, GRBG or"
              + " GBRG; for files that name wrong ones. Default: as the file says.")
  private Cfa cfa;

  @Mixin private RenderingOptions rendering;

  @Option(
      names = "--queue",
      paramLabel = "FILE",
      description = "Where jobs are noted; default: the user's own queue.")
  private Path queueFile;

  @Option(names = "--low-priority", description = "Lets everything else on the machine go first.")
  private boolean lowPriority;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The format asked for. */
  Optional<OutputFormat> format() {
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

  /** Strength, noise, tile, rendering, memory and threads. */
  EnhanceOptions options() {
    try {
      EnhanceOptions defaults = EnhanceOptions.defaults();
      if (tile != null && tile < 1) {
        throw new IllegalArgumentException("a tile has at least one pixel");
      }
      return new EnhanceOptions(
          Strength.of(strength),
          noise,
          memory == null ? defaults.memoryBytes() : Math.multiplyExact(memory, 1_000_000L),
          tile == null ? OptionalInt.empty() : OptionalInt.of(tile),
          threads == null ? defaults.threads() : threads,
          rendering.settings(),
          Optional.ofNullable(cfa));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Everything that a job's result depends on. */
  JobSettings settings(ModelStore store, boolean overwrite) throws IOException {
    Optional<Model> model = model(store);
    ModelChoice models =
        model.isPresent() ? ModelChoice.of(model.get()) : ModelChoice.defaults(store);
    return JobSettings.of(models, options()).withFormat(format()).withOverwrite(overwrite);
  }

  /** How a run may use the machine. */
  RunnerOptions runner(EnhanceOptions options) {
    return RunnerOptions.of(options, Version.software()).withLowPriority(lowPriority);
  }

  /**
   * The queue. Where nothing can be kept, such as in a container, a run still does what it is told.
   *
   * @param needed whether jobs of before are wanted
   */
  JobQueue queue(boolean needed, ConsoleProgress progress) throws BatchException {
    Path file = queueFile == null ? JobQueue.defaultFile() : queueFile;
    try {
      return JobQueue.open(file);
    } catch (BatchException e) {
      if (needed || queueFile != null) {
        throw e;
      }
      progress.line(e.getMessage() + "; this run cannot be resumed");
      return JobQueue.inMemory();
    }
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

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
