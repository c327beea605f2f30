package hyperlumen.ui.chart;

import java.util.Locale;

/** Writes a scatter chart as an SVG 1.1 picture that needs nothing else. */
public final class ScatterSvg {

  private ScatterSvg() {}

  /**
   * The picture as XML, in UTF-8.
   *
   * @param locale of the numbers on the axes
   */
  public static String of(ScatterChart chart, int width, int height, Locale locale) {
    ChartLayout layout = ChartLayout.of(chart, width, height, locale);
    StringBuilder svg = new StringBuilder();
    svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"%.0f\">%n",
            width,
            height,
            width,
            height,
            ChartLayout.FONT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    for (ChartLayout.Line line : layout.lines()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
              line.x0(),
              line.y0(),
              line.x1(),
              line.y1(),
              line.axis() ? "#333333" : "#dddddd"));
    }
    for (ChartLayout.Dot dot : layout.dots()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.0f\" fill=\"%s\"/>%n",
              dot.x(),
              dot.y(),
              ChartLayout.RADIUS,
              ChartColours.of(dot.series())));
    }
    layout.words().forEach(word -> svg.append(text(word)));
    return svg.append("</svg>\n").toString();
  }

  private static String text(ChartLayout.Word word) {
    // A third of the size below its middle line is where most fonts' base line is.
    double y = word.y() + ChartLayout.FONT / 3;
    String turn =
        word.upwards()
            ? String.format(Locale.ROOT, " transform=\"rotate(-90 %.1f %.1f)\"", word.x(), word.y())
            : "";
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s fill=\"#222222\">%s</text>%n",
        word.x(),
        y,
        word.anchor().name().toLowerCase(Locale.ROOT),
        turn,
        escaped(word.text()));
  }

  /** Characters that XML cannot hold are left out. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff))
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
