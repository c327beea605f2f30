package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import java.nio.file.Path;
import java.util.OptionalInt;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where models are added: name, licence and halo of an ONNX file, or a model's folder. */
final class ModelAddBox extends VBox {

  /** What the user wants to have added. */
  interface Orders {

    /** A model's folder. */
    void folder(Path folder);

    /** A plain ONNX file; without a halo, that is measured. */
    void graph(Path file, String title, String licence, OptionalInt halo);
  }

  private final Texts texts;
  private final Orders orders;
  private final Label message = new Label();
  private final ProgressBar busy = new ProgressBar();
  private final TextField title = new TextField();
  private final TextField licence = new TextField();
  private final TextField halo = new TextField();

  ModelAddBox(ModelBrowser.Choosers choosers, Orders orders, Texts texts) {
    super(8);
    this.texts = texts;
    this.orders = orders;
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
    getChildren().addAll(heading, note, fields, new HBox(8, graph, folder), busy, message);
    getStyleClass().add("model-add");
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

  private void addFolder(Path folder) {
    if (folder != null) {
      orders.folder(folder);
    }
  }

  private void addGraph(Path file) {
    if (file == null) {
      return;
    }
    OptionalInt wanted = OptionalInt.empty();
    if (!halo.getText().isBlank()) {
      try {
        wanted = OptionalInt.of(Integer.parseInt(halo.getText().strip()));
      } catch (NumberFormatException e) {
        say(texts.get("models.badHalo"));
        return;
      }
    }
    orders.graph(file, title.getText(), licence.getText(), wanted);
  }

  /** Whether a model is being tried or the list changed. */
  void showBusy(boolean is) {
    busy.setVisible(is);
    busy.setManaged(is);
  }

  /** Says how it went. */
  void say(String sentence) {
    message.setText(sentence);
    message.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
