package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The run in progress: a bar, tiles done, remaining time, Cancel. */
final class RunBox extends VBox {

  /** How often assistive technology is told of the progress within a stage. */
  private static final int ANNOUNCED = 10;

  private final Texts texts;
  private final Consumer<Node> announce;
  private final Figures figures;
  private final ProgressBar bar = new ProgressBar();
  private final Label stage = new Label();
  private final Label remaining = new Label();
  private final Button cancel = new Button();

  RunBox(StudioModel model, Texts texts) {
    this(model, texts, bar -> bar.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
  }

  /**
   * The same with another listener for what is said.
   *
   * @param announce tells assistive technology that a node has another text
   */
  RunBox(StudioModel model, Texts texts, Consumer<Node> announce) {
    super(8);
    this.texts = texts;
    this.announce = announce;
    figures = new Figures(texts);
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.MEDIUM);
    stage.setId("progress-stage");
    remaining.setId("progress-remaining");
    remaining.getStyleClass().add(Styles.TEXT_MUTED);
    cancel.setId("cancel");
    cancel.setText(texts.get("action.cancel"));
    cancel.setMaxWidth(Double.MAX_VALUE);
    cancel.setOnAction(
        e -> {
          cancel.setDisable(true);
          model.cancel();
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, stage, gap, remaining);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, bar, cancel);
    model.runProperty().addListener((o, was, is) -> show(was, is));
    show(null, model.runProperty().get());
  }

  private void show(RunStatus was, RunStatus status) {
    if (status == null) {
      return;
    }
    if (was == null || was.item() != status.item()) {
      cancel.setDisable(false);
    }
    bar.setProgress(status.fraction());
    stage.setText(
        status.stage() == Stage.NETWORK && status.total() > 0
            ? texts.get("run.tiles", status.done(), status.total())
            : texts.of(status.stage()));
    boolean known = status.stage() == Stage.NETWORK && status.remaining().isPresent();
    remaining.setText(
        known
            ? texts.get("run.remaining", figures.duration(status.remaining().getAsDouble()))
            : "");
    bar.setAccessibleText(stage.getText() + " " + remaining.getText());
    // Every tile would be a flood of words.
    boolean another =
        was == null
            || was.stage() != status.stage()
            || (int) (ANNOUNCED * was.fraction()) != (int) (ANNOUNCED * status.fraction());
    if (another) {
      announce.accept(bar);
    }
  }
}
