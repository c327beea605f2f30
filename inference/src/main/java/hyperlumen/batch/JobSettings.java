package hyperlumen.batch;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything a job's result depends on besides its input, frozen when it is queued.
 *
 * @param models which model does which kind of photo
 * @param options strength, noise, tile, rendering; memory and threads are what was asked for and
 *     may be changed by the runner, since they do not change the result once the tile is known
 * @param format of the output; empty for the nearest to the input
 * @param jpegQuality 1 to 100
 * @param overwrite whether an output that exists is replaced
 */
public record JobSettings(
    ModelChoice models,
    EnhanceOptions options,
    Optional<OutputFormat> format,
    int jpegQuality,
    boolean overwrite) {

  /** These options, the nearest format, nothing overwritten. */
  public static JobSettings of(ModelChoice models, EnhanceOptions options) {
    return new JobSettings(
        models, options, Optional.empty(), OutputSpec.DEFAULT_JPEG_QUALITY, false);
  }

  /** These settings with another format. */
  public JobSettings withFormat(Optional<OutputFormat> other) {
    return new JobSettings(models, options, other, jpegQuality, overwrite);
  }

  /** These settings with or without leave to replace outputs. */
  public JobSettings withOverwrite(boolean replace) {
    return new JobSettings(models, options, format, jpegQuality, replace);
  }

  /** These settings with other options' memory and threads, which do not change the picture. */
  public JobSettings under(EnhanceOptions limits) {
    EnhanceOptions bound =
        options.withMemoryBytes(limits.memoryBytes()).withThreads(limits.threads());
    return new JobSettings(models, bound, format, jpegQuality, overwrite);
  }

  /** Whether both give the same picture of the same input. */
  public boolean givesTheSameAs(JobSettings other) {
    return unbound().equals(other.unbound());
  }

  /** Without what does not change the picture; the memory is only a way to choose the tile. */
  private JobSettings unbound() {
    EnhanceOptions bare = options.withMemoryBytes(EnhanceOptions.LEAST_MEMORY).withThreads(1);
    return new JobSettings(models, bare, format, jpegQuality, false);
  }

  /** These settings with the tile of a job, if it is known already. */
  JobSettings withTile(OptionalInt tile) {
    return tile.isEmpty()
        ? this
        : new JobSettings(models, options.withTile(tile), format, jpegQuality, overwrite);
  }
}
