package hyperlumen.app;

import hyperlumen.enhance.CostReport;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancement;
import hyperlumen.enhance.Enhancer;
import hyperlumen.model.Model;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measurement, in a process of its own so that its memory is its own: file to file, then the
 * network alone, whose values are thrown away.
 */
final class BenchMeasure {

  private static final int BAND_ROWS = 64;

  private BenchMeasure() {}

  /** Runs it; the result is what {@link BenchResult} reads. */
  static Map<String, Object> of(
      Model model, Path photo, Path folder, EnhanceOptions options, boolean whole)
      throws PhotoException, CancelledException, java.io.IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    Photo read = PhotoReader.read(photo, Progress.NONE);
    fields.put("forecastSeconds", Enhancer.forecast(read, model, options).seconds());
    if (whole) {
      Path out = Files.createTempFile(folder, "enhanced", ".tif");
      OutputSpec spec =
          OutputSpec.of(OutputFormat.TIFF16, Version.software())
              .withDeflate(false)
              .withOverwrite(true);
      CostReport cost = Enhancer.enhance(photo, out, model, options, spec, Progress.NONE);
      Files.delete(out);
      fields.put("read", cost.seconds().read());
      fields.put("predict", cost.seconds().predict());
      fields.put("render", cost.seconds().render());
      fields.put("write", cost.seconds().write());
      fields.put("total", cost.seconds().total());
      fields.put("useful", cost.usefulFlop());
      fields.put("executed", cost.executedFlop());
      fields.put(
          "peakRssBytes",
          cost.memory().peakRss().isPresent() ? cost.memory().peakRss().getAsLong() : null);
      fields.put("predictedBytes", cost.memory().predicted());
      fields.put("tile", cost.tile().size());
    }
    fields.put("network", networkSeconds(read, model, options));
    return fields;
  }

  /** Seconds of the network from its first tile to its last, nothing else running. */
  private static double networkSeconds(Photo photo, Model model, EnhanceOptions options)
      throws PhotoException, CancelledException {
    try (Enhancement enhancement = Enhancement.open(photo, model, options, Progress.NONE)) {
      RasterSource values = enhancement.network();
      int width = values.size().width();
      int height = values.size().height();
      Raster band = new Raster(3, Math.min(BAND_ROWS, height), width);
      long start = System.nanoTime();
      for (int y = 0; y < height; y += BAND_ROWS) {
        values.read(new Region(0, y, width, Math.min(BAND_ROWS, height - y)), band);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
