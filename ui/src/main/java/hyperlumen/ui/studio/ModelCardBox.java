package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.ModelLibrary;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One model as a card: what it is and does, what it is bad at, its scores, and its cost. */
final class ModelCardBox extends VBox {

  private final Label cost = new Label();

  ModelCardBox(ModelLibrary.Entry entry, ModelWords words, Texts texts, List<Button> actions) {
    super(6);
    ModelFacts facts = entry.facts();
    String weakness = words.weakness(facts);
    Label figures = small(figures(facts, texts));
    figures.setTooltip(new Tooltip(texts.get("inspector.modelHash", facts.sha256())));
    figures.getStyleClass().add(Styles.TEXT_MUTED);
    cost.setId("cost-" + facts.id());
    cost.getStyleClass().add(Styles.TEXT_SMALL);
    getChildren().add(head(words.title(facts), texts.of(facts.task()), actions));
    addText(wrapped(words.purpose(facts)));
    addText(small(weakness.isEmpty() ? "" : texts.get("models.weak", weakness)));
    addText(small(words.training(facts)));
    addText(small(words.scores(facts)));
    getChildren().addAll(figures, cost);
    getStyleClass().add("model-card");
    setOpacity(entry.enabled() ? 1 : 0.6);
    setAccessibleText(words.title(facts) + ", " + texts.of(facts.task()));
  }

  private void addText(Label text) {
    if (!text.getText().isEmpty()) {
      getChildren().add(text);
    }
  }

  private static HBox head(String title, String task, List<Button> actions) {
    Label name = wrapped(title);
    name.getStyleClass().add(Styles.TITLE_4);
    Label purpose = new Label(task);
    purpose.getStyleClass().add(Styles.TEXT_MUTED);
    purpose.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(10, name, purpose, gap);
    head.getChildren().addAll(actions);
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  private static Label small(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add(Styles.TEXT_SMALL);
    return label;
  }

  private static String figures(ModelFacts facts, Texts texts) {
    return texts.get(
            "inspector.modelFacts", new Figures(texts).count(facts.parameters()), facts.licence())
        + " \u00b7 "
        + Figures.shortHash(facts.sha256());
  }

  /** Says what the model would cost on the photo, or why that is not known. */
  void showCost(String text) {
    cost.setText(text);
  }
}
