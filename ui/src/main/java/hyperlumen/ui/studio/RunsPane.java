package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import hyperlumen.ui.chart.ScatterChart;
import hyperlumen.ui.chart.ScatterPane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The history of runs as a table, and a chart of their cost against their quality. */
final class RunsPane extends BorderPane {

  /** What can be written to a file. */
  enum Export {
    PNG,
    SVG,
    CSV
  }

  private final StudioModel model;
  private final Texts texts;
  private final RunTable table;
  private final ScatterPane chart;
  private final RunChart charts;
  private final Label empty = new Label();
  private final CheckBox allPhotos = new CheckBox();
  private final ComboBox<RunCost> cost;
  private final ComboBox<RunMeasure> measure;
  private final InvalidationListener change = o -> refresh();
  private PhotoItem shown;

  /**
   * The runs of the model's photos.
   *
   * @param export asks for a file and writes to it
   */
  RunsPane(StudioModel model, Texts texts, Consumer<Export> export) {
    this.model = model;
    this.texts = texts;
    table = new RunTable(texts);
    chart = new ScatterPane(texts.locale());
    chart.setId("chart");
    charts = new RunChart(texts);
    cost = chooser(RunCost.values(), "runs.cost");
    measure = chooser(RunMeasure.values(), "runs.quality");
    allPhotos.setText(texts.get("runs.all"));
    allPhotos.setId("runs-all");
    allPhotos.selectedProperty().addListener(change);
    empty.setText(texts.get("runs.noQuality"));
    empty.setWrapText(true);
    empty.setMaxWidth(320);
    empty.setMouseTransparent(true);
    HBox axes = new HBox(8, new Label(texts.get("runs.chart")), measure, cost);
    axes.setAlignment(Pos.CENTER_LEFT);
    HBox files = new HBox(8);
    // What does not fit beside each other goes below: words are longer in some languages.
    FlowPane bar = new FlowPane(16, 8, allPhotos, axes, files);
    Button forget = new Button(texts.get("runs.forget"));
    forget.setId("forget-runs");
    forget.setTooltip(new Tooltip(texts.get("runs.forget.tip")));
    forget.setOnAction(e -> model.forgetHistory());
    for (Export kind : Export.values()) {
      Button button = new Button(texts.get("runs.export", kind.name()));
      button.setId("export-" + kind);
      button.setOnAction(e -> export.accept(kind));
      files.getChildren().add(button);
    }
    files.getChildren().add(forget);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("runs-bar");
    SplitPane both = new SplitPane(table, new StackPane(chart, empty));
    both.setOrientation(Orientation.VERTICAL);
    both.setDividerPositions(0.4);
    setTop(bar);
    setCenter(both);
    getStyleClass().add("runs-pane");
    model.selectedProperty().addListener(o -> follow());
    model.photos().addListener((ListChangeListener<PhotoItem>) c -> refresh());
    follow();
  }

  private <E extends Enum<E>> ComboBox<E> chooser(E[] all, String name) {
    ComboBox<E> box = new ComboBox<>();
    box.getItems().addAll(all);
    box.setValue(all[0]);
    box.setAccessibleText(texts.get(name));
    box.setCellFactory(list -> cell());
    box.setButtonCell(cell());
    box.valueProperty().addListener(change);
    return box;
  }

  private <E extends Enum<E>> ListCell<E> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(E item, boolean none) {
        super.updateItem(item, none);
        setText(none || item == null ? "" : texts.of(item));
      }
    };
  }

  private void follow() {
    if (shown != null) {
      shown.runs().removeListener(change);
    }
    shown = model.selectedProperty().get();
    if (shown != null) {
      shown.runs().addListener(change);
    }
    refresh();
  }

  /** The runs the table shows, in the order of the photos. */
  List<RunRow> rows() {
    List<RunRow> rows = new ArrayList<>();
    for (PhotoItem item : model.photos()) {
      if (allPhotos.isSelected() || item == shown) {
        item.runs().forEach(run -> rows.add(RunRow.of(item, run)));
      }
    }
    return rows;
  }

  /** What the chart shows. */
  ScatterChart chart() {
    return charts.of(rows(), cost.getValue(), measure.getValue());
  }

  ScatterPane chartPane() {
    return chart;
  }

  private void refresh() {
    // Columns that are sorted stay so.
    table.getItems().setAll(rows());
    table.sort();
    ScatterChart now = chart();
    chart.show(now);
    empty.setVisible(now.points().isEmpty());
  }
}
