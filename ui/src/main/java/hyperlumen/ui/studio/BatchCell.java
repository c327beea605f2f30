package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.BatchService;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One job of the queue: name, where it stands, its frozen model and options, its result. */
final class BatchCell extends ListCell<BatchService.Row> {

  private final Texts texts;
  private final AdjustmentsWords words;

  BatchCell(Texts texts) {
    this.texts = texts;
    words = new AdjustmentsWords(texts);
  }

  @Override
  protected void updateItem(BatchService.Row row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    Label name = new Label(row.input().getFileName().toString());
    Label stand = new Label(texts.of(row.stand()));
    stand
        .getStyleClass()
        .add(row.stand() == BatchService.Stand.FAILED ? Styles.DANGER : Styles.TEXT_MUTED);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, name, gap, stand);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(3, line);
    box.setAlignment(Pos.CENTER_LEFT);
    if (row.stand() == BatchService.Stand.RUNNING) {
      ProgressBar bar = new ProgressBar(row.share());
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setPrefWidth(100);
      line.getChildren().add(2, bar);
    }
    String frozen =
        row.model()
            + " \u00b7 "
            + words.of(row.settings())
            + " \u2192 "
            + row.output().getFileName();
    Label how = new Label(frozen);
    how.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    how.setMinWidth(0);
    box.getChildren().add(how);
    StringBuilder said = new StringBuilder(name.getText() + ", " + stand.getText() + ", " + frozen);
    row.reason().ifPresent(reason -> box.getChildren().add(line(texts.of(reason), said)));
    if (!row.sentence().isEmpty()) {
      Label detail = line(row.sentence(), said);
      if (row.reason().isPresent()) {
        detail.getStyleClass().add(Styles.TEXT_MUTED);
      }
      box.getChildren().add(detail);
    }
    setTooltip(new Tooltip(row.output() + "\n" + frozen));
    setAccessibleText(said.toString());
    setGraphic(box);
  }

  /** A line below the name, which is read out too. */
  private static Label line(String text, StringBuilder said) {
    said.append(", ").append(text);
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(Styles.TEXT_SMALL);
    return label;
  }
}
