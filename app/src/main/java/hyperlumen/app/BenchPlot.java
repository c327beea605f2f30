package hyperlumen.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Two diagrams side by side as SVG: seconds and megabytes against megapixels, a line per model. */
final class BenchPlot {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int RIGHT = 20;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final int STEPS = 5;

  /** Told apart in print and by people who see few colours. */
  private static final List<String> COLOURS = List.of("#1b6ca8", "#d1495b", "#4c8c4a", "#8b5fbf");

  private final BenchResult result;
  private final StringBuilder svg = new StringBuilder();

  private BenchPlot(BenchResult result) {
    this.result = result;
  }

  static String svg(BenchResult result) {
    return new BenchPlot(result).draw();
  }

  private String draw() {
    add(
        String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
                + " font-size='12'>",
            2 * WIDTH,
            HEIGHT));
    add(
        String.format(
            Locale.ROOT, "<rect width='%d' height='%d' fill='#ffffff'/>", 2 * WIDTH, HEIGHT));
    panel(0, "network, seconds", e -> e.seconds().network());
    panel(
        WIDTH,
        "peak resident memory, MB",
        e -> e.memory().peakRssBytes() == null ? 0 : e.memory().peakRssBytes() / 1e6);
    add("</svg>");
    return svg.toString();
  }

  private void panel(int x0, String title, ToDoubleFunction<BenchResult.Entry> value) {
    double mostX = nice(result.models().stream().mapToDouble(e -> e.megapixels()).max().orElse(1));
    double mostY = nice(result.models().stream().mapToDouble(value).max().orElse(1));
    int right = WIDTH - RIGHT;
    int low = HEIGHT - BOTTOM;
    add(
        String.format(
            Locale.ROOT, "<text x='%d' y='20' font-weight='bold'>%s</text>", x0 + LEFT, title));
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      double y = low - share * (low - TOP);
      double x = x0 + LEFT + share * (right - LEFT);
      add(
          String.format(
              Locale.ROOT, "<path d='M%d %.1f H%d' stroke='#dddddd'/>", x0 + LEFT, y, x0 + right));
      add(
          String.format(
              Locale.ROOT,
              "<text x='%d' y='%.1f' text-anchor='end'>%s</text>",
              x0 + LEFT - 6,
              y + 4,
              tick(share * mostY)));
      add(
          String.format(
              Locale.ROOT,
              "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
              x,
              low + 18,
              tick(share * mostX)));
    }
    add(
        String.format(
            Locale.ROOT,
            "<text x='%d' y='%d' text-anchor='middle'>megapixels</text>",
            x0 + (LEFT + right) / 2,
            low + 36));
    Set<String> names = new LinkedHashSet<>();
    result.models().forEach(e -> names.add(e.model()));
    int line = 0;
    for (String name : names) {
      String colour = COLOURS.get(line % COLOURS.size());
      List<String> points = new ArrayList<>();
      for (BenchResult.Entry e : result.models()) {
        if (e.model().equals(name)) {
          double x = x0 + LEFT + e.megapixels() / mostX * (right - LEFT);
          double y = low - value.applyAsDouble(e) / mostY * (low - TOP);
          points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
          add(
              String.format(
                  Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x, y, colour));
        }
      }
      add(
          String.format(
              Locale.ROOT,
              "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
              String.join(" ", points),
              colour));
      if (x0 == 0) { // The colours are the same in both, and memory fills its panel.
        add(
            String.format(
                Locale.ROOT,
                "<text x='%d' y='%d' fill='%s'>%s</text>",
                x0 + LEFT + 12,
                TOP + 16 + 16 * line,
                colour,
                name));
      }
      line++;
    }
  }

  /** The next of 1, 2, 2.5, 5 times a power of ten. */
  private static double nice(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (most <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static String tick(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }
}
