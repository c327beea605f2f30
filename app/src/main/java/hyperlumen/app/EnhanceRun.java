package hyperlumen.app;

import hyperlumen.enhance.CostReport;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancer;
import hyperlumen.enhance.Forecast;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard.Task;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.progress.CancelledException;
import hyperlumen.read.PhotoReader;
import hyperlumen.runtime.PeakMemory;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Works through a list of photos; one that fails does not stop the others. */
final class EnhanceRun {

  private final ModelStore store;
  private final Optional<Model> chosen;
  private final EnhanceOptions options;
  private final Optional<OutputFormat> format;
  private final boolean overwrite;
  private final References references;
  private final ConsoleProgress progress;

  EnhanceRun(
      ModelStore store,
      Optional<Model> chosen,
      EnhanceOptions options,
      Optional<OutputFormat> format,
      boolean overwrite,
      References references,
      ConsoleProgress progress) {
    this.store = store;
    this.chosen = chosen;
    this.options = options;
    this.format = format;
    this.overwrite = overwrite;
    this.references = references;
    this.progress = progress;
  }

  /** One photo and where its result goes. */
  record Item(Path input, Path output) {}

  /** What became of all of them. */
  record Result(List<Report.Entry> entries, int code) {}

  /** Does them in order; prints the path of each result. */
  Result all(List<Item> items, PrintWriter out) {
    List<Report.Entry> entries = new ArrayList<>();
    int code = ExitCode.OK;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String name = (i + 1) + "/" + items.size() + " " + item.input.getFileName();
      try {
        Report.Entry entry = one(item, name);
        entries.add(entry);
        if (entry.error() == null && entry.model() != null) {
          out.println(item.output);
          out.flush();
        }
      } catch (PhotoException e) {
        code = ExitCode.FAILED;
        entries.add(failed(item, name, Failure.of(e)));
      } catch (ModelException e) {
        code = ExitCode.FAILED;
        entries.add(failed(item, name, new Failure("model", e.getMessage())));
      } catch (IOException e) {
        code = ExitCode.FAILED;
        String message = item.input.getFileName() + ": " + e.getMessage();
        entries.add(failed(item, name, new Failure("io", message)));
      } catch (OutOfMemoryError e) {
        code = ExitCode.FAILED;
        String message = item.input.getFileName() + ": needs more memory than there is";
        entries.add(failed(item, name, new Failure("too-large", message)));
      } catch (RuntimeException e) {
        // A defect of ours must not cost the user the other photos.
        code = ExitCode.FAILED;
        String message = item.input.getFileName() + ": an error in this program: " + e;
        entries.add(failed(item, name, new Failure("defect", message)));
      } catch (CancelledException e) {
        progress.line(name + ": interrupted");
        return new Result(entries, ExitCode.INTERRUPTED);
      }
    }
    return new Result(entries, code);
  }

  private Report.Entry failed(Item item, String name, Failure failure) {
    progress.line(name.substring(0, name.indexOf(' ')) + " failed: " + failure.message());
    return Report.Entry.failed(item.input.toString(), item.output.toString(), failure);
  }

  private Report.Entry one(Item item, String name) throws IOException, CancelledException {
    if (!overwrite && Files.exists(item.output)) {
      progress.line(name + ": skipped, " + item.output + " exists (--overwrite replaces it)");
      return Report.Entry.skipped(item.input.toString(), item.output.toString());
    }
    progress.begin(name);
    progress.checkCancelled();
    PeakMemory.reset();
    long start = System.nanoTime();
    Photo photo = PhotoReader.read(item.input, progress);
    double readSeconds = (System.nanoTime() - start) / 1e9;
    Model model = model(photo, item.input);
    Forecast forecast = Enhancer.forecast(photo, model, options);
    progress.line(
        String.format(
            Locale.ROOT,
            "%s: %s MPix, %s, about %s and %s",
            name,
            Quantity.count(photo.size().megapixels()),
            model.id(),
            Quantity.seconds(forecast.seconds()),
            Quantity.bytes((double) forecast.memoryBytes())));
    Files.createDirectories(item.output.toAbsolutePath().getParent());
    OutputSpec spec =
        OutputSpec.of(format.orElseGet(() -> Enhancer.defaultFormat(photo)), Version.software())
            .withOverwrite(overwrite);
    CostReport cost =
        Enhancer.enhance(photo, readSeconds, item.output, model, options, spec, progress);
    progress.line(
        String.format(
            Locale.ROOT,
            "%s: done in %s, %.0f GFLOP/s",
            name,
            Quantity.seconds(cost.seconds().total()),
            cost.gigaflops()));
    Metrics metrics = null;
    Map<String, Report.Baseline> baselines = null;
    try {
      metrics = references.metrics(item.input, item.output);
      baselines = references.baselines(item.input);
    } catch (PhotoException e) {
      // The photo itself is done; only the comparison is missing.
      progress.line(name + ": not compared, " + e.getMessage());
    }
    return Report.Entry.done(
        item.input.toString(),
        item.output.toString(),
        cost,
        forecast.seconds(),
        options.strength(),
        metrics,
        baselines);
  }

  private Model model(Photo photo, Path file) throws IOException {
    if (chosen.isPresent()) {
      return chosen.get();
    }
    Task task = Enhancer.isRaw(photo) ? Task.ISP : Task.DENOISE;
    Optional<String> id = store.defaultFor(task);
    if (id.isEmpty()) {
      throw new PhotoException(
          Kind.UNSUPPORTED, file, "no model is installed that could do this kind of photo");
    }
    return store.get(id.get());
  }
}
