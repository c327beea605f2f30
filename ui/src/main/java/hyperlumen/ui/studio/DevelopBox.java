package hyperlumen.ui.studio;

import hyperlumen.colour.Look;
import hyperlumen.colour.Temperature;
import hyperlumen.colour.WhiteBalanceSetting;
import hyperlumen.ui.Texts;
import javafx.beans.InvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** Exposure, white balance and look of a RAW photo: shown at once, without the network. */
final class DevelopBox extends VBox {

  private final AdjustmentModel model;
  private final ComboBox<White> white = new ComboBox<>();
  private final ComboBox<Look> look = new ComboBox<>();
  private final DoubleProperty kelvin = new SimpleDoubleProperty(5000);
  private final DoubleProperty tint = new SimpleDoubleProperty();
  private final AdjustSlider kelvinSlider;
  private final AdjustSlider tintSlider;
  private boolean following;

  /**
   * The controls of {@code model}.
   *
   * @param picker is pressed while the next click in the picture picks a grey
   */
  DevelopBox(AdjustmentModel model, Texts texts, ToggleButton picker) {
    super(8);
    this.model = model;
    kelvinSlider = AdjustSlider.temperature(kelvin, texts);
    tintSlider = AdjustSlider.tint(tint, texts);
    white.setId("white");
    white.setConverter(new EnumText<>(texts));
    white.getItems().setAll(White.values());
    white.getItems().remove(White.PICKED);
    white.setAccessibleText(texts.get("adjust.white"));
    white.setMaxWidth(Double.MAX_VALUE);
    look.setId("look");
    look.setConverter(new EnumText<>(texts));
    look.getItems().setAll(Look.values());
    look.setAccessibleText(texts.get("adjust.look"));
    look.setMaxWidth(Double.MAX_VALUE);
    picker.setId("pick-white");
    picker.setGraphic(new org.kordamp.ikonli.javafx.FontIcon(MaterialDesignE.EYEDROPPER));
    picker.setTooltip(new Tooltip(texts.get("adjust.pick")));
    picker.setAccessibleText(texts.get("adjust.pick"));
    HBox whiteLine = new HBox(6, white, picker);
    HBox.setHgrow(white, Priority.ALWAYS);
    Label title = new Label(texts.get("adjust.develop"));
    title.getStyleClass().add("section-title");
    getChildren()
        .addAll(
            title,
            AdjustSlider.exposure(model.exposureProperty(), texts),
            named(texts.get("adjust.white"), white, whiteLine),
            kelvinSlider,
            tintSlider,
            named(texts.get("adjust.look"), look, look));
    look.valueProperty().bindBidirectional(model.lookProperty());
    white.valueProperty().addListener((o, was, is) -> choose(is));
    InvalidationListener light =
        o -> {
          if (!following) {
            model
                .whiteBalanceProperty()
                .set(new WhiteBalanceSetting.Light(new Temperature(kelvin.get(), tint.get())));
          }
        };
    kelvin.addListener(light);
    tint.addListener(light);
    model.whiteBalanceProperty().addListener(o -> follow());
    follow();
  }

  private static Node named(String name, Node control, Region line) {
    Label label = new Label(name);
    label.setLabelFor(control);
    line.setMaxWidth(Double.MAX_VALUE);
    return new VBox(2, label, line);
  }

  private void choose(White choice) {
    if (following || choice == null || choice == White.PICKED) {
      return;
    }
    WhiteBalanceSetting setting =
        switch (choice) {
          case AS_SHOT -> WhiteBalanceSetting.AS_SHOT;
          case AUTO -> WhiteBalanceSetting.AUTO;
          case CUSTOM -> new WhiteBalanceSetting.Light(model.temperature());
          default -> new WhiteBalanceSetting.Light(new Temperature(choice.kelvin(), 0));
        };
    model.whiteBalanceProperty().set(setting);
  }

  private void follow() {
    following = true;
    WhiteBalanceSetting setting = model.whiteBalanceProperty().get();
    White shown =
        switch (setting) {
          case WhiteBalanceSetting.AsShot s -> White.AS_SHOT;
          case WhiteBalanceSetting.Auto s -> White.AUTO;
          case WhiteBalanceSetting.Picked s -> White.PICKED;
          case WhiteBalanceSetting.Light l -> named(l.temperature());
        };
    if (setting instanceof WhiteBalanceSetting.Light l) {
      kelvin.set(l.temperature().kelvin());
      tint.set(l.temperature().tint());
    }
    white.setValue(shown);
    boolean light = setting instanceof WhiteBalanceSetting.Light;
    Inspector.setShown(kelvinSlider, light);
    Inspector.setShown(tintSlider, light);
    following = false;
  }

  private static White named(Temperature temperature) {
    for (White one : White.values()) {
      if (one.kelvin() == temperature.kelvin() && temperature.tint() == 0 && one.kelvin() > 0) {
        return one;
      }
    }
    return White.CUSTOM;
  }
}
