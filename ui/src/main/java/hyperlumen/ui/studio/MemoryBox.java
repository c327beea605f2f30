package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.CostForecast;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * How much memory a run may take; beside it the tile that follows from that. Users know their
 * memory, hardly anybody a tile.
 */
final class MemoryBox extends VBox {

  /** Budgets in bytes, the first of them the program's own choice. */
  private static final long[] BUDGETS = {
    EnhanceOptions.defaults().memoryBytes(), 512L << 20, 1L << 30, 2L << 30, 4L << 30, 8L << 30
  };

  /** Where the choice is kept from one run of the program to the next. */
  private static final String KEPT = "memory";

  /**
   * A chooser that begins with what was chosen last.
   *
   * @param forecast of the next run
   * @param chosen takes the budget in bytes, at once and after every change
   */
  MemoryBox(
      ObservableValue<CostForecast> forecast, LongConsumer chosen, Settings settings, Texts texts) {
    super(2);
    Figures figures = new Figures(texts);
    Label title = new Label(texts.get("memory.title"));
    Label tile = new Label();
    tile.setId("memory-tile");
    tile.getStyleClass().addAll("figure", Styles.TEXT_MUTED);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(title, gap, tile);
    line.setAlignment(Pos.BASELINE_LEFT);
    ComboBox<Integer> choice = new ComboBox<>();
    choice.setId("memory");
    choice.setAccessibleText(texts.get("memory.title"));
    choice.setTooltip(new Tooltip(texts.get("memory.tip")));
    choice.setMaxWidth(Double.MAX_VALUE);
    title.setLabelFor(choice);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer index) {
            if (index == null) {
              return "";
            }
            String bytes = figures.bytes(BUDGETS[index]);
            return index == 0 ? texts.get("memory.automatic", bytes) : bytes;
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
          }
        });
    for (int i = 0; i < BUDGETS.length; i++) {
      choice.getItems().add(i);
    }
    getChildren().addAll(line, choice);
    choice
        .valueProperty()
        .addListener(
            (o, was, is) -> {
              settings.set(KEPT, is == 0 ? 0 : BUDGETS[is]);
              chosen.accept(BUDGETS[is]);
            });
    forecast.addListener(
        (o, was, is) -> tile.setText(is == null ? "" : texts.get("memory.tile", is.tile())));
    long kept = settings.number(KEPT).orElse(0.0).longValue();
    int index = (int) LongStream.of(BUDGETS).takeWhile(b -> b != kept).count();
    choice.setValue(index < BUDGETS.length ? index : 0);
  }
}
