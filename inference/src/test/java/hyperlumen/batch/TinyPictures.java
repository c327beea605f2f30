package hyperlumen.batch;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.model.TestModels;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Different small pictures and a small model with random weights. */
final class TinyPictures {

  private TinyPictures() {}

  /** A model below {@code folder}. */
  static ModelStore models(Path folder) throws Exception {
    TestModels.install(folder, "denoise-fast", "denoise:n=4,e=4,h=8,noise=2");
    return ModelStore.open(folder);
  }

  /** Pictures p000.png and so on, of sizes and contents of their own. */
  static List<Path> write(Path folder, int count) throws Exception {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(String.format("p%03d.png", i));
      write(file, 20 + i % 37, 17 + i % 23, i);
      files.add(file);
    }
    return files;
  }

  static void write(Path file, int width, int height, long seed) throws Exception {
    Random random = new Random(seed);
    Raster raster = new Raster(3, height, width);
    for (int k = 0; k < raster.samples().length; k++) {
      raster.samples()[k] = random.nextFloat();
    }
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, "test").withOverwrite(true);
    PhotoWriter.write(RasterSource.of(raster), file, spec, Progress.NONE);
  }

  static JobSettings settings(ModelStore store) throws Exception {
    EnhanceOptions options =
        EnhanceOptions.defaults()
            .withMemoryBytes(EnhanceOptions.LEAST_MEMORY)
            .withTile(OptionalInt.of(160))
            .withThreads(1);
    return JobSettings.of(ModelChoice.defaults(store), options);
  }

  static JobOrder order(Path input, Path out, JobSettings settings) {
    return new JobOrder(input, out, out.resolve(input.getFileName()), settings);
  }

  static RunnerOptions runner(int threads) {
    return new RunnerOptions(
        EnhanceOptions.LEAST_MEMORY, threads, false, Duration.ofMillis(1500), "Hyperlumen test");
  }
}
