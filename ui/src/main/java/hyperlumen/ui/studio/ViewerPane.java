package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.quality.QualityMeter;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.PictureEngine;
import hyperlumen.ui.viewer.Slot;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The middle of the window: the viewer, or what there is to say while there is no picture. */
final class ViewerPane extends StackPane {

  private final StudioModel model;
  private final Texts texts;
  private final CompareView view;
  private final Consumer<Failure> showDetails;
  private final InvalidationListener change = o -> refresh();
  private final ComparedPictures pictures;
  private final QualityNotes notes;
  private final BooleanProperty tiles = new SimpleBooleanProperty(this, "tiles");
  private Node welcome = new Label();
  private PhotoItem shown;

  /**
   * Shows the model's selected photo.
   *
   * @param showDetails shows a failure with its details
   */
  ViewerPane(StudioModel model, Texts texts, PictureEngine engine, Consumer<Failure> showDetails) {
    this.model = model;
    this.texts = texts;
    this.showDetails = showDetails;
    view = new CompareView(engine, texts);
    pictures = new ComparedPictures(texts);
    notes =
        new QualityNotes(
            model,
            view,
            new QualityMeter(StudioThreads.ofView("quality"), Platform::runLater),
            texts);
    tiles.addListener(o -> showTiles());
    model.others().found().addListener(change);
    view.setId("viewer");
    view.setAccessibleText(texts.get("viewer.name"));
    getStyleClass().add("viewer-pane");
    setMinSize(0, 0);
    model.selectedProperty().addListener(o -> follow());
    follow();
  }

  CompareView view() {
    return view;
  }

  private void follow() {
    if (shown != null) {
      shown.photoProperty().removeListener(change);
      shown.growingProperty().removeListener(change);
      shown.enhancementProperty().removeListener(change);
      shown.failureProperty().removeListener(change);
      shown.stateProperty().removeListener(change);
      shown.runs().removeListener(change);
    }
    shown = model.selectedProperty().get();
    if (shown != null) {
      shown.photoProperty().addListener(change);
      shown.growingProperty().addListener(change);
      shown.enhancementProperty().addListener(change);
      shown.failureProperty().addListener(change);
      shown.stateProperty().addListener(change);
      shown.runs().addListener(change);
    }
    refresh();
  }

  private void refresh() {
    List<Slot> slots = pictures.of(shown, model.others().found());
    if (!slots.equals(view.slots())) {
      view.setSlots(slots);
      notes.picturesChanged();
    }
    showTiles();
    Node content;
    if (!slots.isEmpty()) {
      content = view;
    } else if (shown == null) {
      content = welcome;
    } else if (shown.failureProperty().get() != null) {
      content = failed(shown.failureProperty().get());
    } else {
      content = opening();
    }
    if (!getChildren().contains(content)) {
      getChildren().setAll(content);
    }
  }

  /** Whether the tiles of the result are drawn over the pictures. */
  BooleanProperty tilesProperty() {
    return tiles;
  }

  private void showTiles() {
    EnhancedPhoto result = shown == null ? null : shown.enhancementProperty().get();
    view.tilePlanProperty().set(tiles.get() && result != null ? result.tilePlan() : null);
  }

  /** Sets what is shown while no photo is open. */
  void setWelcome(Node page) {
    welcome = page;
    refresh();
  }

  private Node opening() {
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(40, 40);
    busy.setMaxSize(40, 40);
    Label text = new Label(texts.get("viewer.opening", shown.name()));
    text.getStyleClass().add(Styles.TEXT_MUTED);
    return column(busy, text);
  }

  private Node failed(Failure failure) {
    Label title = new Label(texts.get("viewer.failed"));
    title.getStyleClass().add(Styles.TITLE_4);
    Label reason = paragraph(texts.of(failure.reason()), "failure-reason");
    Label sentence = paragraph(failure.sentence(), "failure-sentence");
    sentence.getStyleClass().add(Styles.TEXT_MUTED);
    Button details = new Button(texts.get("error.details"));
    details.setOnAction(e -> showDetails.accept(failure));
    Button again = new Button(texts.get("error.again"));
    again.setOnAction(e -> model.retry());
    HBox buttons = new HBox(8, again, details);
    buttons.setAlignment(Pos.CENTER);
    return column(title, reason, sentence, buttons);
  }

  private static Label paragraph(String text, String id) {
    Label label = new Label(text);
    label.setId(id);
    label.setWrapText(true);
    label.setAlignment(Pos.CENTER);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setMaxWidth(460);
    return label;
  }

  private static VBox column(Node... nodes) {
    VBox column = new VBox(14, nodes);
    column.setAlignment(Pos.CENTER);
    column.getStyleClass().add("placeholder");
    return column;
  }
}
