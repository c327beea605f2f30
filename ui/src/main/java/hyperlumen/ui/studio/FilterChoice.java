package hyperlumen.ui.studio;

import hyperlumen.photo.Cfa;
import hyperlumen.ui.Texts;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Which colour filters a mosaic is seen through: the file's, or one of the four orders. */
final class FilterChoice extends VBox {

  FilterChoice(ObjectProperty<Optional<Cfa>> filters, Texts texts) {
    super(2);
    ComboBox<Optional<Cfa>> chooser = new ComboBox<>();
    chooser.setId("filters");
    chooser
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(Optional.<Cfa>empty()), Stream.of(Cfa.values()).map(Optional::of))
                .toList());
    chooser.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<Cfa> choice) {
            return choice == null ? "" : choice.map(Cfa::name).orElse(texts.get("adjust.asFile"));
          }

          @Override
          public Optional<Cfa> fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    chooser.setMaxWidth(Double.MAX_VALUE);
    chooser.setAccessibleText(texts.get("adjust.filters"));
    chooser.setTooltip(new Tooltip(texts.get("adjust.filters.tip")));
    chooser.valueProperty().bindBidirectional(filters);
    Label label = new Label(texts.get("adjust.filters"));
    label.setLabelFor(chooser);
    getChildren().addAll(label, chooser);
  }
}
