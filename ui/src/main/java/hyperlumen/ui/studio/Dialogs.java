package hyperlumen.ui.studio;

import hyperlumen.ui.PhotoFiles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.write.OutputFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;

/** The dialogs that ask for files, and those that tell something. */
final class Dialogs implements ModelBrowser.Choosers {

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

  List<Path> openFiles(Optional<Path> folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("dialog.open"));
    folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.get("dialog.photos"), PhotoFiles.patterns()),
            new FileChooser.ExtensionFilter(texts.get("dialog.allFiles"), "*.*"));
    List<File> files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  Optional<Path> openFolder(Optional<Path> folder) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("dialog.openFolder"));
    folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  /** A place to save to and the format that was chosen with it. */
  record SaveChoice(Path target, OutputFormat format) {}

  /**
   * Asks where to save; the system's dialog has confirmed replacing a file that exists.
   *
   * @param photo whose result it is
   */
  Optional<SaveChoice> saveAs(OpenPhoto photo, Optional<Path> folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("dialog.save"));
    Path source = photo.facts().file();
    folder
        .or(() -> Optional.ofNullable(source.getParent()))
        .map(Path::toFile)
        .filter(File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    List<OutputFormat> formats = photo.formats();
    for (OutputFormat format : formats) {
      FileChooser.ExtensionFilter filter =
          new FileChooser.ExtensionFilter(texts.of(format), "*." + format.extension());
      chooser.getExtensionFilters().add(filter);
      if (format == photo.defaultFormat()) {
        chooser.setSelectedExtensionFilter(filter);
      }
    }
    chooser.setInitialFileName(
        suggestedName(source.getFileName().toString(), photo.defaultFormat()));
    File chosen = chooser.showSaveDialog(owner);
    if (chosen == null) {
      return Optional.empty();
    }
    int index = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
    OutputFormat format = index < 0 ? photo.defaultFormat() : formats.get(index);
    return Optional.of(choice(chosen.toPath(), format));
  }

  /** The photo's name with a mark, so that the original is never the suggestion. */
  static String suggestedName(String name, OutputFormat format) {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + "-enhanced." + format.extension();
  }

  /** A typed ending decides over the chosen format; a missing one is added. */
  static SaveChoice choice(Path target, OutputFormat chosen) {
    if (matches(chosen, target)) {
      return new SaveChoice(target, chosen);
    }
    for (OutputFormat format : OutputFormat.values()) {
      if (matches(format, target)) {
        return new SaveChoice(target, format);
      }
    }
    return new SaveChoice(
        target.resolveSibling(target.getFileName() + "." + chosen.extension()), chosen);
  }

  /** Whether the file's ending belongs to the format. */
  private static boolean matches(OutputFormat format, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String canonical =
        switch (ending) {
          case "tiff" -> "tif";
          case "jpeg" -> "jpg";
          default -> ending;
        };
    return canonical.equals(format.extension());
  }

  /** Tells of a failure: a sentence, and the details to copy. */
  void error(Failure failure) {
    Alert alert = new Alert(Alert.AlertType.ERROR);
    prepare(alert);
    alert.setTitle(texts.get("error.title"));
    alert.setHeaderText(texts.get("error.header"));
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
              copy(failure.sentence() + "\n\n" + failure.details());
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

  /** Asks for the folder that results go to. */
  Optional<Path> targetFolder(Optional<Path> folder) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("batch.folder"));
    folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Path onnxFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("models.addGraph"));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("ONNX", "*.onnx", "*.ONNX"));
    File file = chooser.showOpenDialog(owner);
    return file == null ? null : file.toPath();
  }

  @Override
  public Path modelFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("models.addFolder"));
    File folder = chooser.showDialog(owner);
    return folder == null ? null : folder.toPath();
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
