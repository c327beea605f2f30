package hyperlumen.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The scale of an axis: its ends and the round numbers between them. Round numbers are 1, 2 and 5
 * times powers of ten (P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
 *
 * @param least value at the beginning
 * @param most value at the end, above {@code least}
 * @param ticks round values from the beginning to the end, ascending
 * @param logarithmic whether equal factors, not equal steps, take equal room
 */
record Axis(double least, double most, List<Double> ticks, boolean logarithmic) {

  /** About as many labels find room without touching. */
  private static final int INTERVALS = 5;

  /** From this factor between smallest and largest on, small values would crowd at the origin. */
  private static final double LOGARITHMIC_FROM = 20;

  /** An axis of equal steps around {@code values}. */
  static Axis linear(double[] values) {
    double low = min(values);
    double high = max(values);
    if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
      double room = low == 0 ? 1 : Math.abs(low) * 0.05;
      low -= room;
      high += room;
    }
    double step = round((high - low) / INTERVALS);
    double first = Math.floor(low / step) * step;
    double last = Math.ceil(high / step) * step;
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((last - first) / step);
    for (long i = 0; i <= count; i++) {
      // Counted, not added up, so that 0.3 is not 0.30000000000000004.
      ticks.add(Math.rint((first + i * step) / step) * step);
    }
    return new Axis(first, last, ticks, false);
  }

  /** An axis around positive {@code values}: logarithmic if they spread far, else from 0. */
  static Axis ofCost(double[] values) {
    double low = min(values);
    double high = max(values);
    if (high / low < LOGARITHMIC_FROM) {
      double[] withZero = {0, high};
      return linear(withZero);
    }
    List<Double> ticks = new ArrayList<>();
    double first = Math.floor(Math.log10(low));
    double last = Math.ceil(Math.log10(high));
    boolean fine = last - first <= 2;
    for (double power = first; power <= last; power++) {
      double[] leading = fine && power < last ? new double[] {1, 2, 5} : new double[] {1};
      for (double digit : leading) {
        ticks.add(digit * Math.pow(10, power));
      }
    }
    return new Axis(Math.pow(10, first), Math.pow(10, last), ticks, true);
  }

  /** The share of the axis before {@code value}, 0 to 1. */
  double share(double value) {
    return logarithmic
        ? (Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least))
        : (value - least) / (most - least);
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below {@code step}. */
  private static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double digit = step / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  private static double min(double[] values) {
    double min = Double.POSITIVE_INFINITY;
    for (double value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  private static double max(double[] values) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
