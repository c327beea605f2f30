package hyperlumen.app;

import java.io.PrintWriter;
import java.util.Locale;

/** The benchmark's figures for people. */
final class BenchTable {

  private BenchTable() {}

  static void print(BenchResult result, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s, %d threads: peak %.0f GFLOP/s; load %.1f before, %.1f after; medians of %d%n%n",
        result.machine().cpu(),
        result.machine().threads(),
        result.peakGflops(),
        result.load()[0],
        result.load()[1],
        result.rounds());
    Table table =
        new Table(
            "model",
            "MPix",
            "tile",
            "predict",
            "network",
            "total",
            "GFLOP/s",
            "executed",
            "useful",
            "total/net",
            "memory",
            "forecast");
    for (BenchResult.Entry e : result.models()) {
      Long peak = e.memory().peakRssBytes();
      table.row(
          e.model(),
          number("%.1f", e.megapixels()),
          Integer.toString(e.tile()),
          number("%.2f s", e.seconds().predict()),
          number("%.2f s", e.seconds().network()),
          number("%.2f s", e.seconds().total()),
          number("%.0f", e.gflops()),
          number("%.0f %%", 100 * e.shareOfPeak()),
          number("%.0f %%", 100 * e.gflops() / result.peakGflops()),
          number("%.2f", e.seconds().total() / e.seconds().network()),
          peak == null ? "?" : number("%.0f MB", peak / 1e6),
          number("%.1f s, ", e.seconds().predicted())
              + number("%.0f MB", e.memory().predictedBytes() / 1e6));
    }
    table.print(out);
    out.println();
    Table filters = new Table("filters, one thread", "baked", "given", "baked/given");
    for (BenchResult.Filters f : result.filters()) {
      filters.row(
          f.model(),
          number("%.0f GFLOP/s", f.bakedGflops()),
          number("%.0f GFLOP/s", f.givenGflops()),
          number("%.2f", f.bakedGflops() / f.givenGflops()));
    }
    filters.print(out);
    if (!result.sweep().isEmpty()) {
      out.println();
      Table sweep = new Table("sweep", "MPix", "tile", "threads", "network");
      for (BenchResult.Sweep s : result.sweep()) {
        sweep.row(
            s.model(),
            number("%.1f", s.megapixels()),
            Integer.toString(s.tile()),
            Integer.toString(s.threads()),
            number("%.2f s", s.seconds()));
      }
      sweep.print(out);
    }
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
