package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.CostReadout;
import hyperlumen.ui.service.EnhancedPhoto;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What a result has cost, row by row: a name on the left, a figure on the right. */
final class ReadoutTable extends GridPane {

  private final Texts texts;
  private final Figures figures;
  private final ModelWords words;
  private final PeakModel peak;
  private EnhancedPhoto shown;

  ReadoutTable(PeakModel peak, Texts texts) {
    this.peak = peak;
    this.texts = texts;
    figures = new Figures(texts);
    words = new ModelWords(texts);
    setId("readout");
    getStyleClass().add("readout");
    setHgap(8);
    setVgap(1);
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHalignment(HPos.RIGHT);
    values.setMinWidth(USE_PREF_SIZE);
    getColumnConstraints().addAll(names, values);
    InvalidationListener measured = o -> show(shown);
    peak.flopsProperty().addListener(measured);
    peak.measuringProperty().addListener(measured);
  }

  /** Shows the cost of {@code result}; null empties the table. */
  void show(EnhancedPhoto result) {
    shown = result;
    getChildren().clear();
    if (result == null) {
      return;
    }
    CostReadout cost = result.cost();
    heading(texts.get("readout.time"), "");
    for (Stage stage : Stage.values()) {
      if (cost.seconds().containsKey(stage)) {
        row(texts.of(stage), figures.seconds(cost.seconds().get(stage)), "");
      }
    }
    row(texts.get("readout.total"), figures.seconds(cost.totalSeconds()), "");
    heading(texts.get("readout.operations"), texts.get("readout.flop"));
    row(
        texts.get("readout.useful"),
        figures.flop(cost.usefulFlop()),
        texts.get("readout.convention"));
    row(
        texts.get("readout.executed"),
        figures.flop(cost.executedFlop()),
        texts.get("readout.executed.tip"));
    row(
        texts.get("readout.perMegapixel"),
        figures.flop(cost.usefulFlop() / cost.size().megapixels()),
        texts.get("readout.convention"));
    row(
        texts.get("readout.speed"),
        texts.get("readout.gigaflops", figures.number(cost.gigaflops())),
        texts.get("readout.speed.tip"));
    share(cost);
    heading(texts.get("readout.run"), "");
    row(
        texts.get("readout.memory"),
        cost.peakMemory().isPresent()
            ? figures.bytes(cost.peakMemory().getAsLong())
            : texts.get("readout.unknown"),
        texts.get("readout.memory.tip"));
    row(
        texts.get("readout.tiles"),
        texts.get("readout.tilePlan", cost.tiles(), cost.tile()),
        texts.get("readout.tiles.tip"));
    row(texts.get("readout.halo"), texts.get("readout.pixels", cost.halo()), "");
    row(texts.get("readout.threads"), String.valueOf(cost.threads()), "");
    row(texts.get("readout.model"), result.model().id(), words.scores(result.model()));
    row(texts.get("readout.parameters"), figures.count(result.model().parameters()), "");
    row(texts.get("readout.hash"), Figures.shortHash(cost.modelSha256()), cost.modelSha256());
  }

  private void heading(String text, String note) {
    Label label = new Label(text);
    label.getStyleClass().addAll("readout-heading", Styles.TEXT_SMALL);
    Label beside = new Label(note);
    beside.getStyleClass().addAll("readout-note", Styles.TEXT_MUTED);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(label, gap, beside);
    line.setAlignment(Pos.BASELINE_LEFT);
    add(line, 0, getRowCount(), 2, 1);
  }

  /** How much of what the machine can do the network made use of. */
  private void share(CostReadout cost) {
    String name = texts.get("readout.share");
    OptionalDouble flops = peak.flopsProperty().get();
    if (flops.isPresent()) {
      row(
          name,
          texts.get(
              "readout.shareOf",
              figures.percent(cost.gigaflops() * 1e9 / flops.getAsDouble()),
              figures.number(flops.getAsDouble() / 1e9)),
          texts.get("readout.share.tip"));
    } else if (peak.measuringProperty().get()) {
      row(name, texts.get("readout.measuring"), texts.get("readout.share.tip"));
    } else {
      row(name, texts.get("readout.notMeasured"), texts.get("readout.share.tip"));
      Button measure = new Button(texts.get("menu.peak"));
      measure.setId("measure-peak");
      measure.getStyleClass().add(Styles.SMALL);
      measure.setMaxWidth(Double.MAX_VALUE);
      measure.setOnAction(e -> peak.measure());
      add(measure, 0, getRowCount(), 2, 1);
      setMargin(measure, new Insets(4, 0, 4, 0));
    }
  }

  private void row(String name, String value, String tip) {
    int row = getRowCount();
    Label left = new Label(name);
    left.getStyleClass().add(Styles.TEXT_MUTED);
    Label right = new Label(value);
    right.getStyleClass().add("figure");
    left.setLabelFor(right);
    right.setAccessibleText(name + ": " + value);
    if (!tip.isEmpty()) {
      Tooltip tooltip = new Tooltip(tip);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(420);
      left.setTooltip(tooltip);
      right.setTooltip(tooltip);
    }
    add(left, 0, row);
    add(right, 1, row);
  }
}
