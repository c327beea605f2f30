package hyperlumen.ui.studio;

import hyperlumen.ui.PhotoFiles;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.write.OutputFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The system's dialogs that ask for files and folders; empty or null where the user cancels. */
final class FileDialogs implements ModelBrowser.Choosers {

  private final Window owner;
  private final Texts texts;

  FileDialogs(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  /**
   * The window that asks, which is blocked meanwhile: the models' and the queue's are their own.
   */
  private Window inFront() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isFocused())
        .findFirst()
        .orElse(owner);
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
    List<File> files = chooser.showOpenMultipleDialog(inFront());
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  Optional<Path> openFolder(Optional<Path> folder) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("dialog.openFolder"));
    folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(inFront())).map(File::toPath);
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
    File chosen = chooser.showSaveDialog(inFront());
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

  /** Asks for the folder that results go to. */
  Optional<Path> targetFolder(Optional<Path> folder) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("batch.folder"));
    folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(inFront())).map(File::toPath);
  }

  /** Asks where the report on the queue goes; the chosen form gives a missing ending. */
  Optional<Path> reportFile(Optional<Path> folder) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("dialog.report"));
    folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    Map<FileChooser.ExtensionFilter, ReportForm> forms = new LinkedHashMap<>();
    for (ReportForm form : ReportForm.values()) {
      forms.put(new FileChooser.ExtensionFilter(texts.of(form), "*" + form.ending()), form);
    }
    chooser.getExtensionFilters().addAll(forms.keySet());
    chooser.setInitialFileName("report" + ReportForm.HTML.ending());
    return Optional.ofNullable(chooser.showSaveDialog(inFront()))
        .map(File::toPath)
        .map(forms.getOrDefault(chooser.getSelectedExtensionFilter(), ReportForm.HTML)::named);
  }

  @Override
  public Path onnxFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("models.addGraph"));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("ONNX", "*.onnx", "*.ONNX"));
    File file = chooser.showOpenDialog(inFront());
    return file == null ? null : file.toPath();
  }

  @Override
  public Path modelFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("models.addFolder"));
    File folder = chooser.showDialog(inFront());
    return folder == null ? null : folder.toPath();
  }
}
