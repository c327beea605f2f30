package hyperlumen.ui.viewer;

import hyperlumen.ui.Texts;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.image.FalseColour;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

/** What the colours of a difference mean: a bar from the most negative to the most positive. */
final class DifferenceLegend extends HBox {

  private static final int WIDTH = 180;
  private static final int HEIGHT = 10;

  private final Canvas bar = new Canvas(WIDTH, HEIGHT);
  private final Label least = new Label();
  private final Label most = new Label();
  private final ObservableValue<Number> gain;
  private final ObservableValue<DifferenceMap> map;
  private final Texts texts;

  DifferenceLegend(ObservableValue<Number> gain, ObservableValue<DifferenceMap> map, Texts texts) {
    super(8);
    this.gain = gain;
    this.map = map;
    this.texts = texts;
    getStyleClass().add("difference-legend");
    setAlignment(Pos.CENTER);
    setManaged(false);
    setMouseTransparent(true);
    getChildren().addAll(least, bar, most);
    InvalidationListener change = o -> draw();
    gain.addListener(change);
    map.addListener(change);
    draw();
  }

  private void draw() {
    boolean signed = map.getValue() != DifferenceMap.ABSOLUTE;
    // Stored values are compared on the scale 0 to 255; a gain of 4 shows a quarter of it.
    double range = 255 / gain.getValue().doubleValue();
    String figure = String.format(texts.locale(), range < 10 ? "%.1f" : "%.0f", range);
    least.setText(signed ? "\u2212" + figure : "0");
    most.setText((signed ? "+" : "") + figure + " / 255");
    GraphicsContext g = bar.getGraphicsContext2D();
    for (int x = 0; x < WIDTH; x++) {
      float share = x / (WIDTH - 1f);
      g.setFill(colour(share));
      g.fillRect(x, 0, 1, HEIGHT);
    }
    autosize();
    // Nobody lays out what is not managed, and the labels would show the figures before.
    layout();
  }

  private Color colour(float share) {
    return switch (map.getValue()) {
      case SIGNED, ABSOLUTE -> Color.gray(share);
      case FALSE_COLOUR -> {
        int argb = FalseColour.of(2 * share - 1);
        yield Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
      }
    };
  }

  /** Puts it in the lower middle of a view of this size. */
  void placeIn(double width, double height) {
    autosize();
    relocate(Math.rint((width - getWidth()) / 2), Math.rint(height - getHeight() - 12));
  }
}
