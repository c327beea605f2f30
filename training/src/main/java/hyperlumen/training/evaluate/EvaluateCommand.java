package hyperlumen.training.evaluate;

import hyperlumen.model.Model;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.training.data.SimulatedRaw;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: scores an ISP model on mosaics simulated from clean pictures. */
@Command(name = "evaluate", description = "Scores a RAW model on simulated mosaics.")
public final class EvaluateCommand implements Callable<Integer> {

  @Parameters(description = "folder of clean pictures")
  private Path pictures;

  @Option(names = "--model", required = true, description = "id of the model")
  private String id;

  @Option(names = "--models", description = "folder of all models")
  private Path models = Path.of("assets", "models");

  @Option(names = "--shot", description = "shot noise; read noise follows from its line")
  private double shot = 1e-3;

  @Option(names = "--threads")
  private int threads = 2;

  @Override
  public Integer call() throws Exception {
    Model model = ModelStore.open(models).get(id);
    List<Path> files;
    try (Stream<Path> list = Files.list(pictures)) {
      files = list.filter(Files::isRegularFile).sorted().toList();
    }
    double sumModel = 0;
    double sumBilinear = 0;
    System.out.printf(Locale.ROOT, "%-28s %9s %9s%n", "picture", id, "bilinear");
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      RgbPhoto picture = BitmapReader.read(file);
      SimulatedRaw raw = SimulatedRaw.of(file, picture.samples(), shot, i);
      MosaicScore score = MosaicScore.of(raw, model, threads);
      System.out.printf(
          Locale.ROOT, "%-28s %9.3f %9.3f%n", file.getFileName(), score.model(), score.bilinear());
      sumModel += score.model();
      sumBilinear += score.bilinear();
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s %9.3f %9.3f%n",
        "mean of " + files.size(),
        sumModel / files.size(),
        sumBilinear / files.size());
    return 0;
  }
}
