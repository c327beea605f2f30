package hyperlumen.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class AxisTest {

  @Test
  void linearAxesEndAtRoundNumbersAroundTheValues() {
    Axis axis = Axis.linear(new double[] {28.13, 31.9, 30});
    assertThat(axis.ticks()).containsExactly(28., 29., 30., 31., 32.);
    assertThat(axis.share(28)).isZero();
    assertThat(axis.share(31)).isEqualTo(0.75);
  }

  @Test
  void aSingleValueHasRoomOnBothSides() {
    Axis axis = Axis.linear(new double[] {30, 30});
    assertThat(axis.least()).isLessThan(30);
    assertThat(axis.most()).isGreaterThan(30);
  }

  @Test
  void costsBeginAtZeroUnlessTheySpreadFar() {
    assertThat(Axis.ofCost(new double[] {2, 9}).ticks()).containsExactly(0., 2., 4., 6., 8., 10.);
    Axis wide = Axis.ofCost(new double[] {0.3, 40});
    assertThat(wide.logarithmic()).isTrue();
    assertThat(wide.ticks()).containsExactly(0.1, 1., 10., 100.);
    assertThat(wide.share(1)).isCloseTo(1 / 3., within(1e-12));
    assertThat(Axis.ofCost(new double[] {1, 40}).ticks()).contains(1., 2., 5., 10., 20., 50., 100.);
  }

  @Test
  void numbersHaveNoZerosAtTheirEnd() {
    assertThat(ChartLayout.number(0.3, Locale.ENGLISH)).isEqualTo("0.3");
    assertThat(ChartLayout.number(1000, Locale.ENGLISH)).isEqualTo("1000");
    assertThat(ChartLayout.number(-2.5, Locale.GERMAN)).isEqualTo("-2,5");
    assertThat(ChartLayout.number(0, Locale.ENGLISH)).isEqualTo("0");
    assertThat(ChartLayout.number(0.9825, Locale.ENGLISH)).isEqualTo("0.9825");
  }

  @Test
  void pointsLieBetweenTheAxesWhereTheirValuesAre() {
    ScatterChart chart =
        new ScatterChart(
            "Time, s",
            "PSNR, dB",
            List.of(new ChartPoint("a", "a", 5, 30), new ChartPoint("b", "b", 10, 31)));
    ChartLayout layout = ChartLayout.of(chart, 800, 500, Locale.ENGLISH);
    ChartLayout.Dot first = layout.dots().getFirst();
    ChartLayout.Dot second = layout.dots().getLast();
    double left = layout.lines().getFirst().x0();
    // The horizontal axis begins at 0: twice the cost is twice as far from it.
    assertThat(second.x() - left).isCloseTo(2 * (first.x() - left), within(1e-9));
    assertThat(second.y()).isLessThan(first.y());
    assertThat(second.series()).isEqualTo(1);
  }
}
