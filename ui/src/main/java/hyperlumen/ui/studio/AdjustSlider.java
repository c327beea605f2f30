package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A named slider with its value written beside the name; a double click sets it back. */
final class AdjustSlider extends VBox {

  private final Slider slider;
  private boolean following;

  private AdjustSlider(
      String id,
      String name,
      Slider slider,
      DoubleProperty value,
      double initial,
      DoubleUnaryOperator toPosition,
      DoubleUnaryOperator toValue,
      DoubleFunction<String> text) {
    super(2);
    this.slider = slider;
    slider.setId(id);
    slider.setAccessibleText(name);
    Label title = new Label(name);
    title.setLabelFor(slider);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label figure = new Label();
    figure.getStyleClass().add("figure");
    getChildren().addAll(new HBox(title, gap, figure), slider);
    slider
        .valueProperty()
        .addListener(
            o -> {
              if (!following) {
                value.set(toValue.applyAsDouble(slider.getValue()));
              }
            });
    Runnable follow =
        () -> {
          following = true;
          slider.setValue(toPosition.applyAsDouble(value.get()));
          following = false;
          figure.setText(text.apply(value.get()));
        };
    value.addListener(o -> follow.run());
    follow.run();
    slider.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            value.set(initial);
          }
        });
  }

  /** Strength in per cent. */
  static AdjustSlider strength(DoubleProperty value, Texts texts) {
    Figures figures = new Figures(texts);
    Slider slider = new Slider(0, 1, 1);
    slider.setBlockIncrement(0.05);
    return new AdjustSlider(
        "strength",
        texts.get("adjust.strength"),
        slider,
        value,
        1,
        v -> v,
        p -> p,
        figures::percent);
  }

  /** Factor on the noise, from a quarter to four times, in equal ratios along the slider. */
  static AdjustSlider noise(DoubleProperty value, Texts texts) {
    Figures figures = new Figures(texts);
    Slider slider = new Slider(-2, 2, 0);
    slider.setBlockIncrement(0.25);
    return new AdjustSlider(
        "noise",
        texts.get("adjust.noise"),
        slider,
        value,
        1,
        v -> Math.log(v) / Math.log(2),
        p -> Math.abs(p) < 0.06 ? 1 : Math.pow(2, p),
        v -> "\u00d7" + figures.number(v));
  }

  Slider slider() {
    return slider;
  }
}
