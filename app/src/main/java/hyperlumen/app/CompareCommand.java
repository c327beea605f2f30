package hyperlumen.app;

import hyperlumen.batch.JobError;
import hyperlumen.batch.Metrics;
import hyperlumen.batch.PicturePairs;
import hyperlumen.batch.report.Statistics;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Metrics of pictures against a reference, or of folders against a folder of references. */
@Command(
    name = "compare",
    description =
        "Prints PSNR, SSIM and MS-SSIM of each image against the reference, over sample values in"
            + " [0, 1]. Folders are compared file by file, matched by name without its ending.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "REF",
      description = "The picture, or the folder of pictures, that is right.")
  private Path reference;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Pictures or folders.")
  private List<Path> images;

  @Option(names = "--json", description = "Prints JSON: one object per image, in a list.")
  private boolean json;

  @Option(
      names = "--summary",
      description = "With --json: an object with images and summary (mean, median, worst cases).")
  private boolean summary;

  @Spec private CommandSpec spec;

  /** One line of the result. */
  private record Row(String image, String reference, Metrics metrics, JobError error) {}

  @Override
  public Integer call() throws PhotoException, CancelledException {
    PrintWriter err = spec.commandLine().getErr();
    List<Row> rows = new ArrayList<>();
    int code = ExitCode.OK;
    for (PicturePairs.Pair pair : pairs()) {
      try {
        Metrics metrics = Metrics.of(pair.reference(), pair.image());
        rows.add(new Row(pair.image().toString(), pair.reference().toString(), metrics, null));
      } catch (PhotoException e) {
        code = ExitCode.FAILED;
        err.println("hyperlumen: " + e.getMessage());
        rows.add(
            new Row(pair.image().toString(), pair.reference().toString(), null, JobError.of(e)));
      }
    }
    print(rows);
    return code;
  }

  private List<PicturePairs.Pair> pairs() throws PhotoException {
    List<PicturePairs.Pair> pairs = new ArrayList<>();
    boolean folders = Files.isDirectory(reference);
    for (Path image : images) {
      if (folders != Files.isDirectory(image)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "a folder can only be compared with a folder, a file only with a file");
      }
      if (folders) {
        pairs.addAll(PicturePairs.ofFolders(reference, image));
      } else {
        pairs.add(new PicturePairs.Pair(reference, image));
      }
    }
    if (pairs.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "no file of " + images + " has the name of one in " + reference);
    }
    return pairs;
  }

  private void print(List<Row> rows) {
    PrintWriter out = spec.commandLine().getOut();
    List<Row> measured = rows.stream().filter(row -> row.metrics != null).toList();
    Map<String, Statistics> statistics = statistics(measured);
    if (json) {
      out.println(Json.text(summary ? Map.of("images", rows, "summary", statistics) : rows));
      return;
    }
    Table table = new Table("image", "PSNR dB", "SSIM", "MS-SSIM");
    for (Row row : measured) {
      Metrics m = row.metrics;
      table.row(row.image, m.psnrText(), m.ssimText(), m.msSsimText());
    }
    if (measured.size() > 1) {
      line(table, "mean of " + measured.size(), statistics, Statistics::mean);
      line(table, "median", statistics, Statistics::median);
      line(table, "worst", statistics, s -> s.worst().getFirst().value());
    }
    table.print(out);
    Statistics psnr = statistics.get("psnr");
    if (psnr != null && measured.size() > 1) {
      out.println();
      out.println("lowest PSNR:");
      for (Statistics.Case one : psnr.worst()) {
        out.println("  " + Metrics.decibels(one.value()) + " dB  " + one.file());
      }
      out.flush();
    }
  }

  private static Map<String, Statistics> statistics(List<Row> rows) {
    Map<String, Statistics> all = new LinkedHashMap<>();
    Statistics.of(rows, Row::image, row -> row.metrics.psnr()).ifPresent(s -> all.put("psnr", s));
    Statistics.of(rows, Row::image, row -> row.metrics.ssim()).ifPresent(s -> all.put("ssim", s));
    Statistics.of(rows, Row::image, row -> row.metrics.msSsim())
        .ifPresent(s -> all.put("msSsim", s));
    return all;
  }

  private static void line(
      Table table,
      String name,
      Map<String, Statistics> statistics,
      Function<Statistics, Double> value) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (String metric : new String[] {"psnr", "ssim", "msSsim"}) {
      Statistics one = statistics.get(metric);
      String form = metric.equals("psnr") ? "%.2f" : "%.4f";
      cells.add(one == null ? "-" : String.format(Locale.ROOT, form, value.apply(one)));
    }
    table.row(cells.toArray(String[]::new));
  }
}
