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
    return share("strength", texts.get("adjust.strength"), value, texts);
  }

  /** Strength in the colour alone, in per cent. */
  static AdjustSlider colour(DoubleProperty value, Texts texts) {
    return share("colour-strength", texts.get("adjust.colour"), value, texts);
  }

  private static AdjustSlider share(String id, String name, DoubleProperty value, Texts texts) {
    Slider slider = new Slider(0, 1, 1);
    slider.setBlockIncrement(0.05);
    return new AdjustSlider(
        id, name, slider, value, 1, v -> v, p -> p, new Figures(texts)::percent);
  }

  /** Exposure in stops; more can be typed on the command line. */
  static AdjustSlider exposure(DoubleProperty value, Texts texts) {
    Figures figures = new Figures(texts);
    Slider slider = new Slider(-4, 4, 0);
    slider.setBlockIncrement(0.1);
    return new AdjustSlider(
        "exposure",
        texts.get("adjust.exposure"),
        slider,
        value,
        0,
        v -> v,
        p -> Math.abs(p) < 0.04 ? 0 : Math.rint(p * 100) / 100,
        figures::signed);
  }

  /** Colour temperature in kelvin, in equal steps of what the eye tells apart. */
  static AdjustSlider temperature(DoubleProperty value, Texts texts) {
    Slider slider = new Slider(-MIRED_WARMEST, -MIRED_COLDEST, -200);
    slider.setBlockIncrement(5);
    return new AdjustSlider(
        "temperature",
        texts.get("adjust.temperature"),
        slider,
        value,
        5000,
        v -> -1e6 / v,
        p -> Math.rint(-1e6 / p / 10) * 10,
        new Figures(texts)::kelvin);
  }

  /** 2000 K and 25 000 K. */
  private static final double MIRED_WARMEST = 500;

  private static final double MIRED_COLDEST = 40;

  /** Green to magenta. */
  static AdjustSlider tint(DoubleProperty value, Texts texts) {
    Slider slider = new Slider(-100, 100, 0);
    slider.setBlockIncrement(1);
    return new AdjustSlider(
        "tint",
        texts.get("adjust.tint"),
        slider,
        value,
        0,
        v -> v,
        Math::rint,
        new Figures(texts)::tint);
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
