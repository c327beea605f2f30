package hyperlumen.ui.studio;

import hyperlumen.ui.PhotoFiles;
import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** Opening and saving, as the user asks for it: with dialogs, and with a memory of places. */
final class FileActions {

  private final StudioModel model;
  private final Settings settings;
  private final Texts texts;
  private final Notices notices;
  private final Supplier<Dialogs> dialogs;
  private final Executor lister = StudioThreads.ofView("folders");

  /**
   * The actions on {@code model}.
   *
   * @param notices says where a result went
   */
  FileActions(
      StudioModel model,
      Settings settings,
      Texts texts,
      Notices notices,
      Supplier<Dialogs> dialogs) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    this.notices = notices;
    this.dialogs = dialogs;
  }

  /** Opens photos and what lies in folders. */
  void open(List<Path> paths) {
    if (paths.size() <= Settings.RECENT) {
      paths.forEach(p -> settings.addRecent(p.toAbsolutePath().normalize()));
    }
    if (paths.stream().noneMatch(Files::isDirectory)) {
      openListed(paths);
    } else {
      // A folder may be large, or on a disk that has to wake up.
      lister.execute(() -> list(paths));
    }
  }

  /** In the background. */
  private void list(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    List<Path> empty = new ArrayList<>();
    try {
      for (Path path : paths) {
        List<Path> found = Files.isDirectory(path) ? PhotoFiles.in(path) : List.of(path);
        files.addAll(found);
        if (found.isEmpty()) {
          empty.add(path);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      model.threads().fx().execute(() -> dialogs.get().error(Failure.of(e)));
    }
    model
        .threads()
        .fx()
        .execute(
            () -> {
              openListed(files);
              empty.stream().findFirst().ifPresent(this::sayEmpty);
            });
  }

  private void openListed(List<Path> files) {
    if (!files.isEmpty()) {
      settings.set("folder", files.getFirst().toAbsolutePath().getParent());
    }
    model.open(files);
  }

  private void sayEmpty(Path folder) {
    notices.tell(texts.get("notice.noPhotos", folder.toString()));
  }

  /** Asks for photos and opens them. */
  void openFiles() {
    open(dialogs.get().files().openFiles(settings.text("folder").map(Path::of)));
  }

  /** Asks for a folder and opens the photos in it. */
  void openFolder() {
    dialogs
        .get()
        .files()
        .openFolder(settings.text("folder").map(Path::of))
        .ifPresent(folder -> open(List.of(folder)));
  }

  /** Asks where to save the selected photo's result and saves it. */
  void saveAs() {
    if (model.canSave()) {
      dialogs
          .get()
          .files()
          .saveAs(
              model.selectedProperty().get().photoProperty().get(),
              settings.text("saveFolder").map(Path::of))
          .ifPresent(choice -> save(choice.target(), choice.format()));
    }
  }

  private void save(Path target, OutputFormat format) {
    settings.set("saveFolder", target.toAbsolutePath().getParent());
    // The file dialog has asked already whether to replace a file that is there.
    model.save(target, format, true);
  }

  /** Says where a result went. */
  void saved(Path file) {
    Button folder = new Button(texts.get("notice.openFolder"));
    folder.setOnAction(e -> Desktop.open(file.getParent()));
    notices.show(texts.get("notice.saved", file.toString()), folder);
  }
}
