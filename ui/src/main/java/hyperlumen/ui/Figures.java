package hyperlumen.ui;

import java.util.Locale;

/** Writes quantities for people: three significant digits, a unit, the language's decimal sign. */
public final class Figures {

  private static final String THIN_SPACE = "\u202f";

  private final Texts texts;

  /** Figures in the language of {@code texts}. */
  public Figures(Texts texts) {
    this.texts = texts;
  }

  /** Three significant digits without an exponent. */
  public String number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 99.95 || size == 0 ? 0 : size >= 9.995 ? 1 : 2;
    return String.format(texts.locale(), "%." + decimals + "f", value);
  }

  private String scaled(double value, String[] units) {
    double rest = value;
    int unit = 0;
    while (Math.abs(rest) >= 999.5 && unit < units.length - 1) {
      rest /= 1000;
      unit++;
    }
    String digits = unit == 0 ? String.format(texts.locale(), "%.0f", rest) : number(rest);
    return digits + THIN_SPACE + units[unit];
  }

  /** Operations, such as 1.53 TFLOP. */
  public String flop(double flop) {
    return scaled(flop, new String[] {"FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"});
  }

  /** Bytes in powers of ten, such as 612 MB. */
  public String bytes(long bytes) {
    return scaled((double) bytes, new String[] {"B", "kB", "MB", "GB", "TB"});
  }

  /** A count in full or in millions, such as 1.24 M. */
  public String count(long count) {
    String text = scaled((double) count, new String[] {"", "k", "M", "G"});
    return text.endsWith(THIN_SPACE) ? text.substring(0, text.length() - 1) : text;
  }

  /** A measured time in seconds, such as 0.042 s or 12.3 s. */
  public String seconds(double seconds) {
    String digits =
        seconds < 0.995 ? String.format(texts.locale(), "%.3f", seconds) : number(seconds);
    return digits + THIN_SPACE + "s";
  }

  /** A time to wait, rounded as people would: 8 s, 1 min 20 s, 2 h 5 min. */
  public String duration(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 60) {
      return whole + THIN_SPACE + "s";
    }
    if (whole < 3600) {
      // Nobody can tell 83 seconds from 85 in a forecast.
      long rounded = Math.round(whole / 5.0) * 5;
      long rest = rounded % 60;
      String minutes = rounded / 60 + THIN_SPACE + "min";
      return rest == 0 ? minutes : minutes + " " + rest + THIN_SPACE + "s";
    }
    return whole / 3600 + THIN_SPACE + "h " + whole % 3600 / 60 + THIN_SPACE + "min";
  }

  /** A share in whole per cent. */
  public String percent(double share) {
    return String.format(texts.locale(), "%.0f", share * 100) + THIN_SPACE + "%";
  }

  /** A zoom in per cent, with a decimal where it is small. */
  public String zoom(double zoom) {
    String pattern = zoom < 0.0995 ? "%.1f" : "%.0f";
    return String.format(texts.locale(), pattern, zoom * 100) + THIN_SPACE + "%";
  }

  /** A number with its sign unless it is 0. */
  public String signed(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  /** A colour temperature in whole kelvin. */
  public String kelvin(double value) {
    return String.format(texts.locale(), "%.0f", value) + THIN_SPACE + "K";
  }

  /** A tint from green to magenta in whole steps, with its sign. */
  public String tint(double value) {
    return String.format(texts.locale(), "%+.0f", value);
  }

  /** The first digits of a hash. */
  public static String shortHash(String sha256) {
    return sha256.length() <= 12 ? sha256 : sha256.substring(0, 12).toLowerCase(Locale.ROOT);
  }
}
