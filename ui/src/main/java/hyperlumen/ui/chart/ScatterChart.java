package hyperlumen.ui.chart;

import java.util.List;

/**
 * What a scatter chart says.
 *
 * @param xTitle quantity and unit of the horizontal axis
 * @param yTitle quantity and unit of the vertical axis
 * @param points in any order
 */
public record ScatterChart(String xTitle, String yTitle, List<ChartPoint> points) {

  public ScatterChart {
    points = List.copyOf(points);
  }
}
