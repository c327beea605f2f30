package hyperlumen.ui.service;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Everything the window can have done: the calls are long and are made on background threads, one
 * enhancement at a time, but other calls may come while one runs.
 */
public interface EnhanceService {

  /**
   * Bounds the resident memory of later runs, which decides how large their tiles are.
   *
   * @param bytes at least {@link hyperlumen.enhance.EnhanceOptions#LEAST_MEMORY}
   */
  void setMemory(long bytes);

  /** The installed models, the most suitable of each task first. */
  List<ModelFacts> models();

  /** Decodes a photo and prepares its plain picture. */
  OpenPhoto open(Path file, Progress progress) throws PhotoException, CancelledException;

  /** A small picture of a photo, upright, at most {@code side} pixels wide and high. */
  Thumbnail thumbnail(Path file, int side) throws PhotoException;

  /** What {@code model} would cost on {@code photo}, without running it. */
  CostForecast forecast(OpenPhoto photo, ModelFacts model) throws PhotoException;

  /**
   * Runs a model on a photo.
   *
   * @param started receives the result's picture at once; it is empty and fills as tiles finish
   * @return the finished result
   * @throws CancelledException within one tile of the user's wish; the started picture is closed
   */
  EnhancedPhoto enhance(
      OpenPhoto photo, EnhanceRequest request, Consumer<PictureSource> started, Progress progress)
      throws PhotoException, CancelledException;

  /**
   * Writes a result, atomically and with the photo's metadata.
   *
   * @throws PhotoException if the target exists and {@code overwrite} is false, or writing fails
   */
  void save(
      EnhancedPhoto result, Path target, OutputFormat format, boolean overwrite, Progress progress)
      throws PhotoException, CancelledException;

  /** Whether {@link #save} puts a file with source, settings and cost beside each result. */
  void setSidecars(boolean wanted);

  /**
   * FLOP per second of float32 arithmetic that this machine does at the most, as it was measured
   * last; empty if it never was.
   */
  OptionalDouble peakFlops();

  /** Measures {@link #peakFlops} in less than a second; no network must run meanwhile. */
  double measurePeak() throws IOException;
}
