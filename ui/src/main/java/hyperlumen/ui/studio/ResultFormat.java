package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import hyperlumen.write.OutputFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/**
 * The format of the queue's results: like each photo's own, or one for all. A linear DNG is not
 * among them, since not every photo can become one.
 */
final class ResultFormat extends HBox {

  /** A chooser of {@code format}. */
  ResultFormat(Property<Optional<OutputFormat>> format, Texts texts) {
    super(8);
    ComboBox<Optional<OutputFormat>> chooser = new ComboBox<>();
    chooser.setId("batch-format");
    chooser
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(Optional.<OutputFormat>empty()),
                    Stream.of(OutputFormat.values())
                        .filter(one -> one != OutputFormat.DNG)
                        .map(Optional::of))
                .toList());
    chooser.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<OutputFormat> choice) {
            return choice == null ? "" : choice.map(texts::of).orElse(texts.get("batch.formatOwn"));
          }

          @Override
          public Optional<OutputFormat> fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    chooser.setAccessibleText(texts.get("batch.format"));
    chooser.valueProperty().bindBidirectional(format);
    Label label = new Label(texts.get("batch.format"));
    label.setLabelFor(chooser);
    getChildren().addAll(label, chooser);
    setAlignment(Pos.CENTER_LEFT);
  }
}
