package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.ModelFacts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A model in the chooser: its title and what it is for. */
final class ModelCell extends ListCell<ModelFacts> {

  private final Texts texts;
  private final ModelWords words;
  private final boolean withTask;

  /**
   * A cell.
   *
   * @param withTask whether what the model is for stands beside its title: in the list
   */
  ModelCell(Texts texts, ModelWords words, boolean withTask) {
    this.texts = texts;
    this.words = words;
    this.withTask = withTask;
  }

  @Override
  protected void updateItem(ModelFacts card, boolean empty) {
    super.updateItem(card, empty);
    setText(null);
    if (empty || card == null) {
      setGraphic(null);
      return;
    }
    Label title = new Label(words.title(card));
    Label task = new Label(texts.of(card.task()));
    task.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    task.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = withTask ? new HBox(8, title, gap, task) : new HBox(title);
    line.setAlignment(Pos.CENTER_LEFT);
    setAccessibleText(words.title(card) + ", " + texts.of(card.task()));
    setGraphic(line);
  }
}
