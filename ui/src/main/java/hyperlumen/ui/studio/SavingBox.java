package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A result that is being written: whose it is, how far it is, Cancel; there only meanwhile. */
final class SavingBox extends HBox {

  private final Texts texts;
  private final Label what = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button("", new FontIcon(MaterialDesignC.CLOSE));

  SavingBox(StudioModel model, Texts texts) {
    super(6);
    this.texts = texts;
    setAlignment(Pos.CENTER_RIGHT);
    setId("saving");
    bar.setId("saving-progress");
    bar.setPrefWidth(90);
    cancel.setId("saving-cancel");
    cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    cancel.setAccessibleText(texts.get("saving.cancel"));
    cancel.setTooltip(new Tooltip(texts.get("saving.cancel")));
    cancel.setOnAction(e -> model.savings().cancel());
    getChildren().addAll(what, bar, cancel);
    model.savings().statusProperty().addListener((o, was, is) -> show(is));
    show(model.savings().statusProperty().get());
  }

  private void show(RunStatus status) {
    setVisible(status != null);
    setManaged(status != null);
    if (status == null) {
      return;
    }
    bar.setProgress(status.fraction());
    String said = texts.get("saving.of", status.item().name());
    if (!said.equals(what.getText())) {
      what.setText(said);
      bar.setAccessibleText(said);
      bar.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }
}
