package hyperlumen.ui.chart;

/**
 * A point of a scatter chart.
 *
 * @param series points of the same series have the same colour
 * @param label written beside the point
 * @param x finite, above 0
 * @param y finite
 */
public record ChartPoint(String series, String label, double x, double y) {

  public ChartPoint {
    if (!(x > 0) || Double.isInfinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("no place for a point at " + x + ", " + y);
    }
  }
}
