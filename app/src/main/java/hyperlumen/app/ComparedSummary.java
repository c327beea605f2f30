package hyperlumen.app;

import hyperlumen.batch.Metrics;
import hyperlumen.batch.report.Statistics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Mean, median and worst cases of compared pictures.
 *
 * @param count pictures that could be compared
 * @param byMetric under the names psnr, ssim and msSsim; one that no picture has is missing
 */
record ComparedSummary(int count, Map<String, Statistics> byMetric) {

  private static final List<String> METRICS = List.of("psnr", "ssim", "msSsim");

  static ComparedSummary of(List<ComparedImage> images) {
    List<ComparedImage> measured = images.stream().filter(one -> one.metrics() != null).toList();
    Map<String, Statistics> all = new LinkedHashMap<>();
    List<Function<Metrics, Double>> values = List.of(Metrics::psnr, Metrics::ssim, Metrics::msSsim);
    for (int i = 0; i < METRICS.size(); i++) {
      String name = METRICS.get(i);
      Function<Metrics, Double> value = values.get(i);
      Statistics.of(measured, ComparedImage::image, one -> value.apply(one.metrics()))
          .ifPresent(statistics -> all.put(name, statistics));
    }
    return new ComparedSummary(measured.size(), all);
  }

  /** Three lines; none of a single picture. */
  void addTo(Table table, String where) {
    if (count > 1) {
      line(table, "mean of " + count + where, Statistics::mean);
      line(table, "median", Statistics::median);
      line(table, "worst", statistics -> statistics.worst().getFirst().value());
    }
  }

  private void line(Table table, String name, Function<Statistics, Double> value) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (String metric : METRICS) {
      Statistics one = byMetric.get(metric);
      String form = metric.equals("psnr") ? "%.2f" : "%.4f";
      cells.add(one == null ? "-" : String.format(Locale.ROOT, form, value.apply(one)));
    }
    table.row(cells.toArray(String[]::new));
  }

  /** The pictures to look at first. */
  void printWorst(PrintWriter out, String where) {
    Statistics psnr = byMetric.get("psnr");
    if (psnr == null || count < 2) {
      return;
    }
    out.println();
    out.println("lowest PSNR" + where + ":");
    for (Statistics.Case one : psnr.worst()) {
      out.println("  " + Metrics.decibels(one.value()) + " dB  " + one.file());
    }
    out.flush();
  }
}
