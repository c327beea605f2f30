package hyperlumen.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Results as text in aligned columns: before, after, and the strongest other program. */
final class ResultTable {

  private static final List<String> HEADING =
      List.of("set", "n", "before dB/SSIM/MS", "after dB/SSIM/MS", "linear dB", "s/MPix", "peer");

  private ResultTable() {}

  /** All of a model's results. */
  static String of(ModelResult result, Peers peers) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADING);
    for (Map.Entry<String, SetResult> entry : result.sets().entrySet()) {
      SetResult set = entry.getValue();
      boolean linear = set.after().linearPsnr() != null;
      rows.add(
          List.of(
              entry.getKey(),
              set.pictures() + "",
              text(set.before()),
              text(set.after()),
              linear
                  ? decibels(set.before().linearPsnr()) + " > " + decibels(set.after().linearPsnr())
                  : "",
              String.format(Locale.ROOT, "%.2f", set.secondsPerMegapixel()),
              peer(entry.getKey(), peers)));
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %s, %.2f M parameters, %.1f kFLOP per pixel%n",
            result.id(),
            result.network(),
            (double) result.parameters() / 1e6,
            result.kflopPerPixel()));
    append(rows, text);
    Adaptivity a = result.adaptivity();
    if (a != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "adaptivity on %d pictures: own filters minus those of the same photo at the other"
                  + " noise: %+.2f dB at %s (%.2f), %+.2f dB at %s (%.2f); minus another photo's at"
                  + " the same noise: %+.2f dB%n",
              a.pictures(),
              a.weakGain(),
              a.weak(),
              a.weakOwn(),
              a.strongGain(),
              a.strong(),
              a.strongOwn(),
              a.otherPhotoGain()));
    }
    return text.toString();
  }

  private static String peer(String set, Peers peers) {
    Optional<Peers.Method> strongest = peers.strongest(set);
    return strongest
        .map(m -> decibels(Peers.decibels(m.scores().get(set))) + " " + m.name())
        .orElse("");
  }

  private static String text(Score score) {
    return decibels(score.psnr())
        + " "
        + similarity(score.ssim())
        + " "
        + similarity(score.msSsim());
  }

  private static String decibels(Double value) {
    return value == null ? "exact" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String similarity(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static void append(List<List<String>> rows, StringBuilder text) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        int column = c;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        String space = " ".repeat(width - row.get(c).length());
        boolean left = c == 0 || c == row.size() - 1;
        line.append(c == 0 ? "" : "  ").append(left ? row.get(c) + space : space + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
