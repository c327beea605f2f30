package hyperlumen.batch.report;

import java.util.List;
import java.util.Locale;

/** Bars as inline SVG, one row per file, of one or several parts. */
final class ReportChart {

  private static final int WIDTH = 760;
  private static final int LABEL = 210;
  private static final int ROW = 18;
  private static final int NUMBER = 70;

  /** A chart of more rows helps nobody. */
  private static final int MOST = 60;

  private static final List<String> COLOURS =
      List.of("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377");

  private ReportChart() {}

  /** A row of a chart: its parts stand behind each other. */
  record Bar(String label, List<Double> parts) {
    double sum() {
      return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** The chart; rows beyond the first sixty are left out and counted. */
  static String svg(String title, List<String> partNames, List<Bar> bars, double start) {
    List<Bar> shown = bars.subList(0, Math.min(MOST, bars.size()));
    double most = shown.stream().mapToDouble(Bar::sum).max().orElse(1);
    double span = most > start ? most - start : 1;
    int height = (shown.size() + 2) * ROW;
    StringBuilder svg = new StringBuilder();
    svg.append("<h3>").append(ReportHtml.escaped(title)).append("</h3>\n<svg viewBox=\"0 0 ");
    svg.append(WIDTH).append(' ').append(height).append("\" role=\"img\">\n");
    for (int i = 0; i < partNames.size(); i++) {
      int x = LABEL + i * 90;
      svg.append(rectangle(x, 3, 12, COLOURS.get(i % COLOURS.size())));
      svg.append(text(x + 16, 13, "start", partNames.get(i)));
    }
    for (int row = 0; row < shown.size(); row++) {
      Bar bar = shown.get(row);
      int y = (row + 1) * ROW;
      svg.append(text(LABEL - 6, y + 12, "end", shortened(bar.label())));
      double at = LABEL;
      double left = start;
      for (int i = 0; i < bar.parts().size(); i++) {
        double length = Math.max(0, bar.parts().get(i) - left) / span * (WIDTH - LABEL - NUMBER);
        left = Math.max(0, left - bar.parts().get(i));
        svg.append(rectangle(at, y, length, COLOURS.get(i % COLOURS.size())));
        at += length;
      }
      svg.append(text(at + 4, y + 12, "start", String.format(Locale.ROOT, "%.3g", bar.sum())));
    }
    svg.append("</svg>\n");
    if (bars.size() > shown.size()) {
      svg.append("<p>and ").append(bars.size() - shown.size()).append(" more</p>\n");
    }
    return svg.toString();
  }

  private static String shortened(String label) {
    return label.length() <= 30 ? label : "…" + label.substring(label.length() - 29);
  }

  private static String rectangle(double x, double y, double width, String colour) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"13\" fill=\"%s\"/>%n",
        x,
        y,
        width,
        colour);
  }

  private static String text(double x, double y, String anchor, String content) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        ReportHtml.escaped(content));
  }
}
