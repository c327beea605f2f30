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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
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
  private final ModelWords words;
  private final ScrollPane scroll;
  private final VBox cards = new VBox(10);
  private final ModelAddBox add;

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
    words = new ModelWords(texts);
    cards.getStyleClass().add("model-cards");
    scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefSize(620, 420);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(texts.get("models.window"));
    setCenter(scroll);
    add = new ModelAddBox(choosers, new Adding(), texts);
    setBottom(add);
    setPrefWidth(640);
    refresh(false);
  }

  /** Adds what the user chose. */
  private final class Adding implements ModelAddBox.Orders {
    @Override
    public void folder(Path folder) {
      work(() -> library.addFolder(folder), texts.get("models.added"));
    }

    @Override
    public void graph(Path file, String title, String licence, OptionalInt halo) {
      work(() -> library.addGraph(file, title, licence, halo), texts.get("models.added"));
    }
  }

  /** Reads the list anew, in the background. */
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
    String id = entry.facts().id();
    List<Button> actions = new ArrayList<>();
    actions.add(
        action(
            "enable-" + id,
            texts.get(entry.enabled() ? "models.disable" : "models.enable"),
            () -> library.setEnabled(id, !entry.enabled())));
    if (entry.added()) {
      actions.add(action("remove-" + id, texts.get("models.remove"), () -> library.remove(id)));
    }
    ModelCardBox card = new ModelCardBox(entry, words, texts, actions);
    forecast(entry.facts(), card);
    return card;
  }

  /** Measures the model on this machine, once per model and program start. */
  private void forecast(ModelFacts facts, ModelCardBox card) {
    PhotoItem item = model.selectedProperty().get();
    OpenPhoto photo = item == null ? null : item.photoProperty().get();
    if (photo == null) {
      card.showCost(texts.get("models.noPhoto"));
      return;
    }
    if (!facts.accepts(photo.facts().kind())) {
      card.showCost(texts.get("inspector.wrongModel"));
      return;
    }
    loader.execute(
        () -> {
          try {
            CostForecast expected = service.forecast(photo, facts);
            fx.execute(() -> card.showCost(text(expected)));
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

  private void work(Change change, String success) {
    add.say("");
    add.showBusy(true);
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
                add.showBusy(false);
                add.say(sentence);
                refresh(toEnd);
                model.loadModels();
              });
        });
  }
}
