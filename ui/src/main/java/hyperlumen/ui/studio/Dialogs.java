package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** The dialogs that tell or ask something; those for files are {@link FileDialogs}. */
final class Dialogs {

  private final Window owner;
  private final Theme theme;
  private final Texts texts;

  Dialogs(Window owner, Theme theme, Texts texts) {
    this.owner = owner;
    this.theme = theme;
    this.texts = texts;
  }

  Window owner() {
    return owner;
  }

  Theme theme() {
    return theme;
  }

  /** The dialogs that ask for files, over the same window. */
  FileDialogs files() {
    return new FileDialogs(owner, texts);
  }

  /** Tells of a failure: a sentence, and the details to copy. */
  void error(Failure failure) {
    Alert alert = new Alert(Alert.AlertType.ERROR);
    prepare(alert);
    alert.setTitle(texts.get("error.title"));
    alert.setHeaderText(texts.of(failure.reason()));
    Label sentence = new Label(failure.sentence());
    sentence.setWrapText(true);
    sentence.setMaxWidth(520);
    alert.getDialogPane().setContent(column(sentence));
    TextArea details = new TextArea(failure.details());
    details.setEditable(false);
    details.setPrefSize(640, 220);
    details.getStyleClass().add("details");
    details.setAccessibleText(texts.get("error.details"));
    alert.getDialogPane().setExpandableContent(details);
    ButtonType copy = new ButtonType(texts.get("error.copy"), ButtonBar.ButtonData.LEFT);
    alert
        .getButtonTypes()
        .setAll(copy, new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.OK_DONE));
    alert
        .getDialogPane()
        .lookupButton(copy)
        .addEventFilter(
            ActionEvent.ACTION,
            e -> {
              copy(
                  texts.of(failure.reason())
                      + "\n"
                      + failure.sentence()
                      + "\n\n"
                      + failure.details());
              e.consume();
            });
    alert.show();
  }

  /** Asks for the name under which adjustments are kept. */
  Optional<String> presetName() {
    TextInputDialog dialog = new TextInputDialog();
    prepare(dialog);
    dialog.setTitle(texts.get("preset.title"));
    dialog.setHeaderText(texts.get("preset.header"));
    dialog.setGraphic(null);
    dialog.getEditor().setId("preset-name");
    dialog.getEditor().setAccessibleText(texts.get("preset.header"));
    return dialog.showAndWait().filter(name -> !name.isBlank());
  }

  /** Asks whether to leave although results have not been saved. */
  boolean confirmQuit() {
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION);
    prepare(alert);
    alert.setTitle(texts.get("quit.title"));
    alert.setHeaderText(texts.get("quit.header"));
    alert.setContentText(texts.get("quit.text"));
    ButtonType leave = new ButtonType(texts.get("quit.leave"), ButtonBar.ButtonData.YES);
    alert
        .getButtonTypes()
        .setAll(leave, new ButtonType(texts.get("quit.stay"), ButtonBar.ButtonData.CANCEL_CLOSE));
    return alert.showAndWait().filter(b -> b.equals(leave)).isPresent();
  }

  /** A window of its own that leaves the main one usable. */
  void window(String title, Node content) {
    Dialog<Void> dialog = plain(title);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.show();
  }

  /** Text to read and to copy. */
  void text(String title, String text) {
    TextArea area = new TextArea(text);
    area.setId("text");
    area.setEditable(false);
    area.setPrefSize(720, 420);
    area.getStyleClass().add("details");
    area.setAccessibleText(title);
    Button copy = new Button(texts.get("error.copy"));
    copy.setId("copy-text");
    copy.setOnAction(e -> copy(text));
    window(title, column(area, copy));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** The shortcut sheet. */
  void shortcuts(ShortcutSheet sheet) {
    Dialog<Void> dialog = plain(texts.get("shortcuts.title"));
    ScrollPane scroll = new ScrollPane(column(sheet));
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(600);
    scroll.setPrefViewportWidth(1170);
    dialog.getDialogPane().setContent(scroll);
    dialog.show();
  }

  private void prepare(Dialog<?> dialog) {
    dialog.initOwner(owner);
    theme.dress(dialog.getDialogPane());
  }

  /** A dialog with nothing but a button to close it. */
  Dialog<Void> plain(String title) {
    Dialog<Void> dialog = new Dialog<>();
    prepare(dialog);
    dialog.setTitle(title);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(texts.get("dialog.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    return dialog;
  }

  /** Nodes below each other with a dialog's margins. */
  static VBox column(Node... nodes) {
    VBox column = new VBox(12, nodes);
    column.getStyleClass().add("dialog-content");
    return column;
  }
}
