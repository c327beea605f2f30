package hyperlumen.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scatter chart as lines, dots and words on a sheet, the same for the screen and for a file.
 *
 * @param width of the sheet in pixels
 * @param height of the sheet in pixels
 * @param lines axes and grid
 * @param dots the points, in the order of the chart
 * @param words labels
 */
record ChartLayout(
    double width, double height, List<Line> lines, List<Dot> dots, List<Word> words) {

  /** Size of all words in pixels. */
  static final double FONT = 12;

  static final double RADIUS = 5;

  private static final double LEFT = 74;
  private static final double RIGHT = 130;
  private static final double TOP = 20;
  private static final double BOTTOM = 54;

  /** A straight line; {@code axis} if it bounds the chart. */
  record Line(double x0, double y0, double x1, double y1, boolean axis) {}

  /** A point; {@code series} counts the different series from 0. */
  record Dot(double x, double y, int series) {}

  /** Which end of a word its place is. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A word whose middle line is at {@code y}; {@code upwards} if it is read from below. */
  record Word(String text, double x, double y, Anchor anchor, boolean upwards) {}

  /** Lays {@code chart} out; one without points has only its axes' names. */
  static ChartLayout of(ScatterChart chart, double width, double height, Locale locale) {
    List<Line> lines = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    double right = Math.max(LEFT + 40, width - RIGHT);
    double bottom = Math.max(TOP + 40, height - BOTTOM);
    words.add(new Word(chart.xTitle(), (LEFT + right) / 2, bottom + 38, Anchor.MIDDLE, false));
    words.add(new Word(chart.yTitle(), 14, (TOP + bottom) / 2, Anchor.MIDDLE, true));
    lines.add(new Line(LEFT, bottom, right, bottom, true));
    lines.add(new Line(LEFT, TOP, LEFT, bottom, true));
    if (!chart.points().isEmpty()) {
      Axis x = Axis.ofCost(chart.points().stream().mapToDouble(ChartPoint::x).toArray());
      Axis y = Axis.linear(chart.points().stream().mapToDouble(ChartPoint::y).toArray());
      for (double tick : x.ticks()) {
        double at = LEFT + x.share(tick) * (right - LEFT);
        lines.add(new Line(at, TOP, at, bottom, false));
        words.add(new Word(number(tick, locale), at, bottom + 14, Anchor.MIDDLE, false));
      }
      for (double tick : y.ticks()) {
        double at = bottom - y.share(tick) * (bottom - TOP);
        lines.add(new Line(LEFT, at, right, at, false));
        words.add(new Word(number(tick, locale), LEFT - 8, at, Anchor.END, false));
      }
      List<String> series = chart.points().stream().map(ChartPoint::series).distinct().toList();
      for (ChartPoint point : chart.points()) {
        double px = LEFT + x.share(point.x()) * (right - LEFT);
        double py = bottom - y.share(point.y()) * (bottom - TOP);
        dots.add(new Dot(px, py, series.indexOf(point.series())));
        words.add(new Word(point.label(), px + RADIUS + 4, py - 8, Anchor.START, false));
      }
    }
    return new ChartLayout(width, height, lines, dots, words);
  }

  /** Up to four significant digits, none of them a zero at the end. */
  static String number(double value, Locale locale) {
    if (value == 0) {
      return "0";
    }
    int digits = (int) Math.clamp(3 - Math.floor(Math.log10(Math.abs(value))), 0, 6);
    String text = String.format(locale, "%." + digits + "f", value);
    int last = text.length();
    if (digits > 0) {
      while (text.charAt(last - 1) == '0') {
        last--;
      }
      if (!Character.isDigit(text.charAt(last - 1))) {
        last--;
      }
    }
    return text.substring(0, last);
  }
}
