package hyperlumen.ui.studio;

import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.quality.Quality;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Runs as a table, one row each, sortable by every column. */
final class RunTable extends TableView<RunRow> {

  private final Texts texts;
  private final Figures figures;

  RunTable(Texts texts) {
    this.texts = texts;
    figures = new Figures(texts);
    setId("runs");
    setAccessibleText(texts.get("runs.title"));
    setPlaceholder(new Label(texts.get("runs.none")));
    DateTimeFormatter clock =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
            .withLocale(texts.locale());
    words("runs.photo", 140, RunRow::photo);
    number("runs.number", 54, r -> r.run().number(), v -> String.format("%.0f", v));
    words("runs.time", 156, r -> clock.format(r.run().time()));
    words("runs.model", 120, r -> r.run().model().id());
    number("runs.noise", 92, r -> r.run().noise(), v -> "\u00d7" + figures.number(v));
    number("runs.seconds", 76, r -> r.run().cost().totalSeconds(), figures::seconds);
    number("runs.flop", 106, r -> r.run().cost().usefulFlop(), figures::flop);
    number("runs.executed", 108, r -> r.run().cost().executedFlop(), figures::flop);
    number("runs.speed", 90, r -> r.run().cost().gigaflops(), figures::number);
    number("runs.memory", 80, RunRow::memory, v -> figures.bytes((long) v.doubleValue()));
    number("runs.psnr", 86, r -> r.quality(Quality::psnr), v -> decimals(v, 2));
    number("runs.ssim", 78, r -> r.quality(q -> orNone(q.ssim())), v -> decimals(v, 4));
    number("runs.msSsim", 92, r -> r.quality(q -> orNone(q.msSsim())), v -> decimals(v, 4));
  }

  private static double orNone(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private String decimals(double value, int count) {
    return Double.isInfinite(value)
        ? texts.get("runs.identical")
        : String.format(texts.locale(), "%." + count + "f", value);
  }

  private void words(String key, double width, Function<RunRow, String> text) {
    TableColumn<RunRow, String> column = new TableColumn<>(texts.get(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    getColumns().add(column);
  }

  private void number(
      String key, double width, ToDoubleFunction<RunRow> value, Function<Double, String> text) {
    TableColumn<RunRow, Double> column = new TableColumn<>(texts.get(key));
    column.setPrefWidth(width);
    column.getStyleClass().add("number-column");
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setComparator(Comparator.naturalOrder());
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(
                    empty || item == null
                        ? ""
                        : item.isNaN() ? "\u2013" : text.apply(item).replace('\u202f', ' '));
              }
            });
    getColumns().add(column);
  }
}
