package hyperlumen.app;

import java.util.Locale;

/** Numbers for people: three significant digits and a unit. */
final class Quantity {

  private static final String[] STEPS = {"", "k", "M", "G", "T", "P"};

  private Quantity() {}

  /** Such as "15.1 GFLOP". */
  static String flop(double flop) {
    return scaled(flop, 1000) + "FLOP";
  }

  /** Such as "8.93 M". */
  static String count(double count) {
    return scaled(count, 1000).stripTrailing();
  }

  /** Such as "1.25 GiB". */
  static String bytes(double bytes) {
    String text = scaled(bytes, 1024);
    return text.endsWith(" ") ? text + "B" : text + "iB";
  }

  /** Such as "2.5 s" or "3 min 20 s". */
  static String seconds(double seconds) {
    if (seconds < 60) {
      return digits(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  private static String scaled(double value, double step) {
    int power = 0;
    double scaled = value;
    while (scaled >= step && power < STEPS.length - 1) {
      scaled /= step;
      power++;
    }
    return digits(scaled) + " " + STEPS[power];
  }

  /** Three significant digits, without a useless tail. */
  private static String digits(double value) {
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
