package hyperlumen.ui.chart;

import java.util.List;

/**
 * Colours of series that people with any colour vision can tell apart, on light and on dark: M.
 * Okabe, K. Ito, "Color universal design", 2008.
 */
final class ChartColours {

  private static final List<String> SERIES =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  private ChartColours() {}

  /** The colour of a series in hexadecimal; after six they begin again. */
  static String of(int series) {
    return SERIES.get(series % SERIES.size());
  }
}
