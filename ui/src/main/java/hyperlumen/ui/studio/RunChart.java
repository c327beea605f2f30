package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.chart.ChartPoint;
import hyperlumen.ui.chart.ScatterChart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes charts of cost against quality out of runs. */
final class RunChart {

  private final Texts texts;
  private final Figures figures;

  RunChart(Texts texts) {
    this.texts = texts;
    figures = new Figures(texts);
  }

  /**
   * One point per model and noise level: the mean over its runs. Runs without a figure, and results
   * equal to the reference, have no place.
   */
  ScatterChart of(List<RunRow> rows, RunCost cost, RunMeasure measure) {
    Map<String, List<RunRow>> groups = new LinkedHashMap<>();
    for (RunRow row : rows) {
      double x = cost.of(row);
      double y = measure.of(row);
      if (x > 0 && Double.isFinite(x) && Double.isFinite(y)) {
        groups.computeIfAbsent(label(row.run()), l -> new ArrayList<>()).add(row);
      }
    }
    List<ChartPoint> points = new ArrayList<>();
    groups.forEach(
        (label, group) ->
            points.add(
                new ChartPoint(
                    group.getFirst().run().model().id(),
                    label,
                    group.stream().mapToDouble(cost::of).average().orElseThrow(),
                    group.stream().mapToDouble(measure::of).average().orElseThrow())));
    return new ScatterChart(texts.of(cost), texts.of(measure), points);
  }

  private String label(PhotoRun run) {
    String id = run.model().id();
    return run.noise() == 1 ? id : id + " \u00d7" + figures.number(run.noise());
  }
}
