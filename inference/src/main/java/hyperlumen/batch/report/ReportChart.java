package hyperlumen.batch.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Charts as inline SVG, one row per file: bars of several parts, or a mark for each program. */
final class ReportChart {

  private static final int WIDTH = 760;
  private static final int LABEL = 210;
  private static final int ROW = 18;
  private static final int NUMBER = 70;
  private static final int BAR = 13;
  private static final int MARK = 5;

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

  /** A row of marks: one value per program; NaN where a program has none. */
  record Marks(String label, List<Double> values) {}

  /** The chart; rows beyond the first sixty are left out and counted. */
  static String svg(String title, List<String> partNames, List<Bar> bars) {
    List<Bar> shown = bars.subList(0, Math.min(MOST, bars.size()));
    double most = shown.stream().mapToDouble(Bar::sum).max().orElse(1);
    double span = most > 0 ? most : 1;
    StringBuilder svg = begun(title, partNames, shown.size());
    for (int row = 0; row < shown.size(); row++) {
      Bar bar = shown.get(row);
      int y = (row + 1) * ROW;
      svg.append(text(LABEL - 6, y + 12, "end", shortened(bar.label())));
      double at = LABEL;
      for (int i = 0; i < bar.parts().size(); i++) {
        double length = bar.parts().get(i) / span * (WIDTH - LABEL - NUMBER);
        svg.append(rectangle(at, y, length, BAR, COLOURS.get(i % COLOURS.size())));
        at += length;
      }
      svg.append(text(at + 4, y + 12, "start", String.format(Locale.ROOT, "%.3g", bar.sum())));
    }
    return ended(svg, bars.size() - shown.size());
  }

  /** A mark for each program, between the least and the most value; our number beside it. */
  static String marks(String title, List<String> programs, List<Marks> rows) {
    List<Marks> shown = rows.subList(0, Math.min(MOST, rows.size()));
    DoubleSummaryStatistics range =
        shown.stream()
            .flatMap(row -> row.values().stream())
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .summaryStatistics();
    double span = range.getMax() > range.getMin() ? range.getMax() - range.getMin() : 1;
    int right = WIDTH - NUMBER;
    StringBuilder svg = begun(title, programs, shown.size());
    for (int row = 0; row < shown.size(); row++) {
      Marks marks = shown.get(row);
      int y = (row + 1) * ROW;
      svg.append(text(LABEL - 6, y + 12, "end", shortened(marks.label())));
      svg.append(rectangle(LABEL, y + 6, right - LABEL, 1, "#ccc"));
      for (int i = marks.values().size() - 1; i >= 0; i--) {
        double value = marks.values().get(i);
        if (Double.isFinite(value)) {
          double x = LABEL + (value - range.getMin()) / span * (right - LABEL - MARK);
          svg.append(rectangle(x, y, MARK, BAR, COLOURS.get(i % COLOURS.size())));
        }
      }
      String own = String.format(Locale.ROOT, "%.2f", marks.values().getFirst());
      svg.append(text(right + 4, y + 12, "start", own));
    }
    return ended(svg, rows.size() - shown.size());
  }

  private static StringBuilder begun(String title, List<String> names, int rows) {
    StringBuilder svg = new StringBuilder();
    svg.append("<h3>").append(ReportHtml.escaped(title)).append("</h3>\n<svg viewBox=\"0 0 ");
    svg.append(WIDTH).append(' ').append((rows + 2) * ROW).append("\" role=\"img\">\n");
    for (int i = 0; i < names.size(); i++) {
      int x = LABEL + i * 90;
      svg.append(rectangle(x, 3, 12, BAR, COLOURS.get(i % COLOURS.size())));
      svg.append(text(x + 16, 13, "start", names.get(i)));
    }
    return svg;
  }

  private static String ended(StringBuilder svg, int more) {
    svg.append("</svg>\n");
    if (more > 0) {
      svg.append("<p>and ").append(more).append(" more</p>\n");
    }
    return svg.toString();
  }

  private static String shortened(String label) {
    return label.length() <= 30 ? label : "…" + label.substring(label.length() - 29);
  }

  private static String rectangle(double x, double y, double width, int height, String colour) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
        x,
        y,
        width,
        height,
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
