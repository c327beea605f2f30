package hyperlumen.training.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Test error against parameters and against FLOP as SVG: networks with predicted filters and their
 * plain twins, logarithmic across, the training error dashed.
 */
final class DescentPlot {

  private static final int PANEL = 420;
  private static final int HEIGHT = 340;
  private static final int LEFT = 60;
  private static final int TOP = 30;
  private static final int BOTTOM = 50;
  private static final int GAP = 30;

  /** For the half of the last label that stands beyond its tick. */
  private static final int RIGHT = 20;

  private static final String HYPER = "#c2410c";
  private static final String PLAIN = "#1d4ed8";

  private final StringBuilder svg = new StringBuilder();
  private final double highest;

  private DescentPlot(List<DescentPoint> points) {
    double most =
        points.stream().mapToDouble(p -> Math.max(p.testError(), p.trainError())).max().orElse(1);
    highest = Math.max(1e-6, 1.1 * most);
  }

  /** The picture. */
  static String of(List<DescentPoint> points) {
    DescentPlot plot = new DescentPlot(points);
    int width = 2 * (PANEL + LEFT) + GAP + RIGHT;
    plot.svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\""
                + " height=\"100%%\" fill=\"white\"/>%n",
            width,
            HEIGHT + TOP + BOTTOM));
    plot.panel(points, LEFT, "parameters", DescentPoint::parameters);
    plot.panel(points, PANEL + 2 * LEFT + GAP, "10^12 FLOP at 12.6 MPix", DescentPoint::teraflop);
    plot.key();
    return plot.svg.append("</svg>\n").toString();
  }

  private void panel(
      List<DescentPoint> points, int left, String title, ToDoubleFunction<DescentPoint> across) {
    double least = points.stream().mapToDouble(across).min().orElse(1);
    double most = points.stream().mapToDouble(across).max().orElse(10);
    int from = (int) Math.floor(Math.log10(least));
    int to = Math.max(from + 1, (int) Math.ceil(Math.log10(most)));
    rectangle(left);
    for (int decade = from; decade <= to; decade++) {
      double x = left + PANEL * (double) (decade - from) / (to - from);
      line(x, TOP + HEIGHT, x, TOP + HEIGHT + 5);
      text(x, TOP + HEIGHT + 20, "middle", "1e" + decade);
    }
    for (int tick = 0; tick <= 4; tick++) {
      double value = highest * tick / 4;
      line(left - 5.0, y(value), left, y(value));
      text(left - 8.0, y(value) + 4, "end", String.format(Locale.ROOT, "%.3f", value));
    }
    text(left + PANEL / 2.0, TOP + HEIGHT + 40, "middle", title);
    text(left, TOP - 10.0, "start", "1 - MS-SSIM");
    for (boolean hyper : new boolean[] {true, false}) {
      List<DescentPoint> series =
          points.stream()
              .filter(p -> p.isHyper() == hyper)
              .sorted(Comparator.comparingLong(DescentPoint::parameters))
              .toList();
      String colour = hyper ? HYPER : PLAIN;
      ToDoubleFunction<DescentPoint> x =
          p -> left + PANEL * (Math.log10(across.applyAsDouble(p)) - from) / (to - from);
      curve(series, x, DescentPoint::trainError, colour, " stroke-dasharray=\"4 3\"");
      curve(series, x, DescentPoint::testError, colour, "");
      for (DescentPoint p : series) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"><title>%s:"
                    + " %.4f</title></circle>%n",
                x.applyAsDouble(p),
                y(p.testError()),
                colour,
                p.network(),
                p.testError()));
      }
    }
  }

  private void curve(
      List<DescentPoint> series,
      ToDoubleFunction<DescentPoint> x,
      ToDoubleFunction<DescentPoint> error,
      String colour,
      String dashes) {
    StringBuilder places = new StringBuilder();
    for (DescentPoint p : series) {
      places.append(
          String.format(Locale.ROOT, "%.1f,%.1f ", x.applyAsDouble(p), y(error.applyAsDouble(p))));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"%s/>%n",
            places.toString().trim(),
            colour,
            dashes));
  }

  private double y(double error) {
    return TOP + HEIGHT * (1 - error / highest);
  }

  private void key() {
    double x = LEFT + 110.0;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.0f\" y=\"%d\" fill=\"%s\">predicted filters</text><text x=\"%.0f\""
                + " y=\"%d\" fill=\"%s\">plain twin</text><text x=\"%.0f\" y=\"%d\">dashed:"
                + " training</text>%n",
            x,
            TOP - 10,
            HYPER,
            x + 110,
            TOP - 10,
            PLAIN,
            x + 190,
            TOP - 10));
  }

  private void rectangle(int left) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#444\"/>%n",
            left,
            TOP,
            PANEL,
            HEIGHT));
  }

  private void line(double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#444\"/>%n",
            x1,
            y1,
            x2,
            y2));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }
}
