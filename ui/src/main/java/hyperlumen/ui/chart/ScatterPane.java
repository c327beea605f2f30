package hyperlumen.ui.chart;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Rotate;

/** Shows a scatter chart as large as the pane is. For the FX thread. */
public final class ScatterPane extends Pane {

  private final Locale locale;
  private ScatterChart chart = new ScatterChart("", "", List.of());

  /**
   * An empty chart.
   *
   * @param locale of the numbers on the axes
   */
  public ScatterPane(Locale locale) {
    this.locale = locale;
    getStyleClass().add("scatter-chart");
    setMinSize(280, 220);
    widthProperty().addListener(o -> draw());
    heightProperty().addListener(o -> draw());
  }

  /** Shows {@code newChart}. */
  public void show(ScatterChart newChart) {
    chart = newChart;
    draw();
  }

  private void draw() {
    getChildren().clear();
    ChartLayout layout = ChartLayout.of(chart, getWidth(), getHeight(), locale);
    for (ChartLayout.Line line : layout.lines()) {
      Line shape = new Line(line.x0(), line.y0(), line.x1(), line.y1());
      shape.getStyleClass().add(line.axis() ? "chart-axis" : "chart-grid");
      getChildren().add(shape);
    }
    for (ChartLayout.Dot dot : layout.dots()) {
      Color colour = Color.web(ChartColours.of(dot.series()));
      Circle circle = new Circle(dot.x(), dot.y(), ChartLayout.RADIUS, colour);
      circle.getStyleClass().add("chart-dot");
      getChildren().add(circle);
    }
    for (ChartLayout.Word word : layout.words()) {
      Text text = new Text(word.text());
      text.getStyleClass().add("chart-text");
      text.setFont(Font.font(ChartLayout.FONT));
      text.setTextOrigin(VPos.CENTER);
      double width = text.getLayoutBounds().getWidth();
      double before =
          switch (word.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
          };
      text.setX(word.x() - before);
      text.setY(word.y());
      if (word.upwards()) {
        text.getTransforms().add(new Rotate(-90, word.x(), word.y()));
      }
      getChildren().add(text);
    }
  }
}
