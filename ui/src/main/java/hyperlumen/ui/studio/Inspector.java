package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.CostForecast;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.service.PhotoFacts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The right side of the window: model, adjustments, the run, and what the result has cost. */
final class Inspector extends ScrollPane {

  static final double WIDTH = 308;

  private final StudioModel model;
  private final Texts texts;
  private final Figures figures;
  private final ModelWords words;
  private final Label modelText = new Label();
  private final Label modelFacts = new Label();
  private final Label notes = new Label();
  private final Label forecast = new Label();
  private final Button enhance = new Button();
  private final AdjustSlider noise;
  private final AdjustSlider colour;
  private final DevelopBox develop;
  private final FilterChoice filters;
  private final RunBox runBox;
  private final VBox resultBox = new VBox(8);
  private final ReadoutTable readout;
  private final InvalidationListener change = o -> refresh();
  private PhotoItem shown;

  Inspector(StudioModel model, Settings settings, Texts texts, Runnable save, ToggleButton picker) {
    this.model = model;
    this.texts = texts;
    figures = new Figures(texts);
    words = new ModelWords(texts);
    noise = AdjustSlider.noise(model.noiseProperty(), texts);
    colour = AdjustSlider.colour(model.adjustments().colourProperty(), texts);
    develop = new DevelopBox(model.adjustments(), texts, picker);
    filters = new FilterChoice(model.adjustments().filtersProperty(), texts);
    runBox = new RunBox(model, texts);
    readout = new ReadoutTable(model.peak(), texts);

    modelText.setWrapText(true);
    modelText.setMaxHeight(76);
    modelText.setMinHeight(Region.USE_PREF_SIZE);
    modelText.getStyleClass().addAll(Styles.TEXT_SMALL);
    modelFacts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    modelFacts.setWrapText(true);
    notes.setId("photo-notes");
    notes.setWrapText(true);
    notes.setMinHeight(Region.USE_PREF_SIZE);
    notes.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    notes.getStyleClass().addAll(Styles.WARNING, Styles.TEXT_SMALL);
    forecast.setId("forecast");
    forecast.setWrapText(true);
    forecast.getStyleClass().addAll("forecast", Styles.TEXT_SMALL);
    forecast.setTooltip(new Tooltip(texts.get("inspector.forecast.tip")));
    enhance.setId("enhance");
    enhance.setText(texts.get("action.enhance"));
    enhance.setGraphic(new FontIcon(MaterialDesignA.AUTO_FIX));
    enhance.getStyleClass().addAll(Styles.ACCENT, "primary-action");
    enhance.setMaxWidth(Double.MAX_VALUE);
    enhance.setOnAction(e -> model.enhance());

    Button saveButton = new Button(texts.get("action.saveAs"));
    saveButton.setId("save-as");
    saveButton.setGraphic(new FontIcon(MaterialDesignC.CONTENT_SAVE_OUTLINE));
    saveButton.getStyleClass().add(Styles.SMALL);
    saveButton.setOnAction(e -> save.run());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox heading = new HBox(title(texts.get("inspector.result")), gap, saveButton);
    heading.setAlignment(Pos.CENTER_LEFT);
    resultBox.getStyleClass().add("result");
    resultBox
        .getChildren()
        .addAll(heading, AdjustSlider.strength(model.strengthProperty(), texts), colour, readout);

    MemoryBox memory = new MemoryBox(model.forecastProperty(), model::setMemory, settings, texts);
    VBox content =
        new VBox(
            10,
            notes,
            filters,
            title(texts.get("inspector.model")),
            chooser(),
            modelText,
            modelFacts,
            noise,
            memory,
            forecast,
            enhance,
            runBox,
            develop,
            resultBox);
    content.getStyleClass().add("inspector");
    setContent(content);
    setFitToWidth(true);
    // Arrows scroll to the figures below the last control.
    setFocusTraversable(true);
    setAccessibleText(texts.get("menu.inspector"));
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    getStyleClass().add("inspector-scroll");
    model.selectedProperty().addListener(o -> follow());
    model.modelProperty().addListener(change);
    model.forecastProperty().addListener(change);
    model.runProperty().addListener(change);
    model.models().addListener(change);
    model.adjustments().filtersProperty().addListener(change);
    follow();
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section-title");
    return label;
  }

  private ComboBox<ModelFacts> chooser() {
    ComboBox<ModelFacts> chooser = new ComboBox<>(model.models());
    chooser.setId("model");
    chooser.setMaxWidth(Double.MAX_VALUE);
    InvalidationListener prompt =
        o ->
            chooser.setPromptText(
                texts.get(
                    model.models().isEmpty() ? "inspector.noModel" : "inspector.chooseModel"));
    model.models().addListener(prompt);
    prompt.invalidated(model.models());
    chooser.setAccessibleText(texts.get("inspector.model"));
    chooser.setButtonCell(new ModelCell(texts, words, false));
    chooser.setCellFactory(list -> new ModelCell(texts, words, true));
    chooser.valueProperty().bindBidirectional(model.modelProperty());
    return chooser;
  }

  private void follow() {
    if (shown != null) {
      shown.photoProperty().removeListener(change);
      shown.enhancementProperty().removeListener(change);
      shown.stateProperty().removeListener(change);
    }
    shown = model.selectedProperty().get();
    if (shown != null) {
      shown.photoProperty().addListener(change);
      shown.enhancementProperty().addListener(change);
      shown.stateProperty().addListener(change);
    }
    refresh();
  }

  private void refresh() {
    ModelFacts card = model.modelProperty().get();
    setShown(modelText, card != null && !words.purpose(card).isBlank());
    setShown(modelFacts, card != null);
    setShown(noise, card != null && card.takesNoise());
    if (card != null) {
      modelText.setText(words.purpose(card));
      String weakness = words.weakness(card);
      modelText.setTooltip(
          weakness.isEmpty() ? null : new Tooltip(texts.get("models.weak", weakness)));
      modelFacts.setText(
          texts.get("inspector.modelFacts", figures.count(card.parameters()), card.licence()));
      modelFacts.setTooltip(new Tooltip(texts.get("inspector.modelHash", card.sha256())));
    }
    showNotes();
    boolean raw =
        shown != null
            && shown.photoProperty().get() != null
            && shown.photoProperty().get().facts().kind() != PhotoFacts.Kind.RGB;
    setShown(develop, raw);
    boolean running = model.runProperty().get() != null;
    setShown(runBox, running);
    setShown(enhance, !running);
    enhance.setDisable(!model.canEnhance());
    forecast.setText(forecastText(card));
    setShown(forecast, !running && !forecast.getText().isEmpty());
    EnhancedPhoto result = shown == null ? null : shown.enhancementProperty().get();
    setShown(resultBox, result != null);
    setShown(colour, result != null && result.model().task() == ModelFacts.Task.DENOISE);
    readout.show(result);
  }

  /**
   * What is odd about the photo, in the user's language; the whole sentences in the tooltip. The
   * doubt about its colour filters brings the choice of them and goes once one was made.
   */
  private void showNotes() {
    OpenPhoto photo = shown == null ? null : shown.photoProperty().get();
    List<PhotoNote> all = photo == null ? List.of() : photo.notes();
    boolean chosen = model.adjustments().filtersProperty().get().isPresent();
    boolean doubted = all.stream().anyMatch(note -> note.subject() == PhotoNote.Subject.FILTERS);
    List<PhotoNote> open =
        all.stream()
            .filter(note -> !(chosen && note.subject() == PhotoNote.Subject.FILTERS))
            .toList();
    notes.setText(
        open.stream()
            .map(note -> texts.of(note.subject()))
            .distinct()
            .collect(Collectors.joining("\n")));
    notes.setTooltip(
        open.isEmpty()
            ? null
            : new Tooltip(open.stream().map(PhotoNote::text).collect(Collectors.joining("\n"))));
    setShown(notes, !open.isEmpty());
    boolean mosaic = photo != null && photo.facts().kind() == PhotoFacts.Kind.RAW;
    setShown(filters, mosaic && (doubted || chosen));
  }

  private String forecastText(ModelFacts card) {
    CostForecast expected = model.forecastProperty().get();
    if (shown == null || shown.photoProperty().get() == null) {
      return "";
    }
    if (card == null) {
      return texts.get("inspector.noModelFits");
    }
    if (!model.fits(card)) {
      return texts.get("inspector.wrongModel");
    }
    return expected == null
        ? texts.get("inspector.forecasting")
        : texts.get(
            "inspector.forecast",
            figures.duration(expected.seconds()),
            figures.bytes(expected.bytes()),
            figures.flop(expected.flop()));
  }

  static void setShown(Region node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
