package hyperlumen.training.evaluate;

import hyperlumen.model.Model;
import hyperlumen.read.bitmap.BitmapReader;
import hyperlumen.training.data.SimulatedRaw;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Scores of an ISP model and of bilinear demosaicing on mosaics simulated from clean pictures. */
final class MosaicTable {

  private MosaicTable() {}

  /** One line per picture and the mean. */
  static String of(List<Path> files, Model model, double shot, int threads) throws IOException {
    double sumModel = 0;
    double sumBilinear = 0;
    StringBuilder text = new StringBuilder(line("picture", model.id(), "bilinear"));
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      SimulatedRaw raw = SimulatedRaw.of(file, BitmapReader.read(file).samples(), shot, i);
      MosaicScore score = MosaicScore.of(raw, model, threads);
      text.append(line(file.getFileName() + "", score.model(), score.bilinear()));
      sumModel += score.model();
      sumBilinear += score.bilinear();
    }
    int n = files.size();
    return text.append(line("mean of " + n, sumModel / n, sumBilinear / n)).toString();
  }

  private static String line(String name, double model, double bilinear) {
    return line(
        name,
        String.format(Locale.ROOT, "%.3f", model),
        String.format(Locale.ROOT, "%.3f", bilinear));
  }

  private static String line(String name, String model, String bilinear) {
    return String.format(Locale.ROOT, "%-28s %14s %9s%n", name, model, bilinear);
  }
}
