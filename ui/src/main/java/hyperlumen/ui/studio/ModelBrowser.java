package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.model.ModelException;
import hyperlumen.photo.PhotoException;
import hyperlumen.ui.Figures;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.CostForecast;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.ModelLibrary;
import hyperlumen.ui.service.OpenPhoto;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The installed models as cards: what each is, and what it would cost on the selected photo; adds,
 * switches off and removes them. Work goes to the loader; for the FX thread.
 */
final class ModelBrowser extends BorderPane {

  private static final System.Logger LOG = System.getLogger(ModelBrowser.class.getName());

  private final StudioModel model;
  private final ModelLibrary library;
  private final EnhanceService service;
  private final Executor fx;
  private final Executor loader;
  private final Texts texts;
  private final Figures figures;
  private final ScrollPane scroll;
  private final VBox cards = new VBox(10);
  private final Label message = new Label();
  private final ProgressBar busy = new ProgressBar();
  private final TextField title = new TextField();
  private final TextField licence = new TextField();
  private final TextField halo = new TextField();

  /** What asks the user for files; the browser itself opens no dialog. */
  interface Choosers {

    /** An ONNX file; null if the user wants none. */
    Path onnxFile();

    /** A model's folder; null if the user wants none. */
    Path modelFolder();
  }

  ModelBrowser(
      StudioModel model,
      ModelLibrary library,
      EnhanceService service,
      StudioThreads threads,
      Choosers choosers,
      Texts texts) {
    this.model = model;
    this.library = library;
    this.service = service;
    this.texts = texts;
    fx = threads.fx();
    loader = threads.loader();
    figures = new Figures(texts);
    cards.getStyleClass().add("model-cards");
    scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefSize(620, 420);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(texts.get("models.window"));
    setCenter(scroll);
    setBottom(addBox(choosers));
    setPrefWidth(640);
    refresh();
  }

  private VBox addBox(Choosers choosers) {
    Button graph = new Button(texts.get("models.addGraph"));
    graph.setId("add-graph");
    graph.setOnAction(e -> addGraph(choosers.onnxFile()));
    Button folder = new Button(texts.get("models.addFolder"));
    folder.setId("add-folder");
    folder.setOnAction(e -> addFolder(choosers.modelFolder()));
    GridPane fields = new GridPane();
    fields.setHgap(8);
    fields.setVgap(4);
    field(fields, 0, "model-title", texts.get("models.title"), title, "");
    field(fields, 1, "model-licence", texts.get("models.licence"), licence, "");
    field(fields, 2, "model-halo", texts.get("models.halo"), halo, texts.get("models.measured"));
    message.setId("model-message");
    message.setWrapText(true);
    busy.setMaxWidth(Double.MAX_VALUE);
    busy.setAccessibleText(texts.get("models.trying"));
    showBusy(false);
    Label heading = new Label(texts.get("models.add"));
    heading.getStyleClass().add("section-title");
    Label note = new Label(texts.get("models.untrusted"));
    note.setWrapText(true);
    note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox box = new VBox(8, heading, note, fields, new HBox(8, graph, folder), busy, message);
    box.getStyleClass().add("model-add");
    return box;
  }

  private static void field(
      GridPane grid, int row, String id, String name, TextField field, String prompt) {
    Label label = new Label(name);
    label.setLabelFor(field);
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(name);
    grid.addRow(row, label, field);
    GridPane.setHgrow(field, Priority.ALWAYS);
  }

  private void showBusy(boolean is) {
    busy.setVisible(is);
    busy.setManaged(is);
  }

  /** Reads the list anew, in the background. */
  void refresh() {
    refresh(false);
  }

  private void refresh(boolean toEnd) {
    loader.execute(
        () -> {
          List<ModelLibrary.Entry> entries = library.entries();
          fx.execute(
              () -> {
                cards.getChildren().setAll(entries.stream().map(this::card).toList());
                if (toEnd) {
                  scroll.applyCss();
                  scroll.layout(); // The end is where it is with the new card.
                  scroll.setVvalue(scroll.getVmax());
                }
              });
        });
  }

  private Region card(ModelLibrary.Entry entry) {
    ModelFacts facts = entry.facts();
    Label name = new Label(facts.title());
    name.getStyleClass().add(Styles.TITLE_4);
    name.setWrapText(true);
    Label task = new Label(texts.of(facts.task()));
    task.getStyleClass().add(Styles.TEXT_MUTED);
    task.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(10, name, task, gap);
    head.setAlignment(Pos.BASELINE_LEFT);
    Button enabled =
        action(
            "enable-" + facts.id(),
            texts.get(entry.enabled() ? "models.disable" : "models.enable"),
            () -> library.setEnabled(facts.id(), !entry.enabled()));
    head.getChildren().add(enabled);
    if (entry.added()) {
      head.getChildren()
          .add(
              action(
                  "remove-" + facts.id(),
                  texts.get("models.remove"),
                  () -> library.remove(facts.id())));
    }
    Label text = new Label(facts.summary());
    text.setWrapText(true);
    Label scores = new Label(facts.scores());
    scores.setWrapText(true);
    scores.getStyleClass().add(Styles.TEXT_SMALL);
    Inspector.setShown(scores, !facts.scores().isEmpty());
    Label figuresLine =
        new Label(
            texts.get("inspector.modelFacts", figures.count(facts.parameters()), facts.licence())
                + " \u00b7 "
                + Figures.shortHash(facts.sha256()));
    figuresLine.setTooltip(new Tooltip(texts.get("inspector.modelHash", facts.sha256())));
    figuresLine.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Label cost = new Label();
    cost.setId("cost-" + facts.id());
    cost.getStyleClass().add(Styles.TEXT_SMALL);
    forecast(facts, cost);
    VBox card = new VBox(6, head, text, scores, figuresLine, cost);
    card.getStyleClass().add("model-card");
    card.setOpacity(entry.enabled() ? 1 : 0.6);
    card.setAccessibleText(facts.title() + ", " + texts.of(facts.task()));
    return card;
  }

  /** Measures the model on this machine, once per model and program start. */
  private void forecast(ModelFacts facts, Label cost) {
    PhotoItem item = model.selectedProperty().get();
    OpenPhoto photo = item == null ? null : item.photoProperty().get();
    if (photo == null) {
      cost.setText(texts.get("models.noPhoto"));
      return;
    }
    if (!facts.accepts(photo.facts().kind())) {
      cost.setText(texts.get("inspector.wrongModel"));
      return;
    }
    loader.execute(
        () -> {
          try {
            CostForecast expected = service.forecast(photo, facts);
            fx.execute(() -> cost.setText(text(expected)));
          } catch (PhotoException | RuntimeException e) {
            LOG.log(Level.WARNING, "no forecast", e);
          }
        });
  }

  private String text(CostForecast expected) {
    return texts.get("models.onThisPhoto")
        + " "
        + texts.get(
            "inspector.forecast",
            figures.duration(expected.seconds()),
            figures.bytes(expected.bytes()),
            figures.flop(expected.flop()));
  }

  /** A change of the library. */
  @FunctionalInterface
  private interface Change {
    void make() throws ModelException;
  }

  private Button action(String id, String text, Change change) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> work(change, ""));
    return button;
  }

  private void addFolder(Path folder) {
    if (folder != null) {
      work(() -> library.addFolder(folder), texts.get("models.added"));
    }
  }

  private void addGraph(Path file) {
    if (file == null) {
      return;
    }
    OptionalInt set = OptionalInt.empty();
    if (!halo.getText().isBlank()) {
      try {
        set = OptionalInt.of(Integer.parseInt(halo.getText().strip()));
      } catch (NumberFormatException e) {
        say(texts.get("models.badHalo"));
        return;
      }
    }
    OptionalInt wanted = set;
    String name = title.getText();
    String terms = licence.getText();
    work(() -> library.addGraph(file, name, terms, wanted), texts.get("models.added"));
  }

  private void work(Change change, String success) {
    say("");
    showBusy(true);
    loader.execute(
        () -> {
          String outcome;
          boolean added = false;
          try {
            change.make();
            outcome = success;
            added = !success.isEmpty();
          } catch (ModelException | RuntimeException e) {
            outcome = e.getMessage();
          }
          String sentence = outcome;
          boolean toEnd = added;
          fx.execute(
              () -> {
                showBusy(false);
                say(sentence);
                refresh(toEnd);
                model.loadModels();
              });
        });
  }

  private void say(String sentence) {
    message.setText(sentence);
    message.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
