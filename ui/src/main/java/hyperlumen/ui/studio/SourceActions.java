package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for baselines and references, and remembers where they were found. */
final class SourceActions {

  private static final String FOLDER = "compareFolder";

  private final OtherPictures others;
  private final Settings settings;
  private final Texts texts;
  private final Node owner;

  SourceActions(OtherPictures others, Settings settings, Texts texts, Node owner) {
    this.others = others;
    this.settings = settings;
    this.texts = texts;
    this.owner = owner;
  }

  /** New menu items: where more pictures to compare with come from. */
  List<MenuItem> items() {
    MenuItem clear = item("menu.clearSources", "Shortcut+Shift+X", others::clear);
    clear.disableProperty().bind(Bindings.isEmpty(others.sources()));
    return List.of(
        item("menu.baselines", "Shortcut+B", this::askForBaselines),
        item("menu.referenceFile", "Shortcut+Shift+B", this::askForReference),
        item("menu.referenceFolder", "Shortcut+Alt+B", this::askForReferences),
        clear);
  }

  private MenuItem item(String key, String shortcut, Runnable action) {
    return new ActionItem(texts, key, shortcut, action);
  }

  private Window window() {
    return owner.getScene() == null ? null : owner.getScene().getWindow();
  }

  private void askForBaselines() {
    folder("dialog.baselines").ifPresent(others::addBaselines);
  }

  private void askForReferences() {
    folder("dialog.references").ifPresent(others::setReference);
  }

  private Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get(title));
    start().ifPresent(chooser::setInitialDirectory);
    return remember(chooser.showDialog(window()));
  }

  private void askForReference() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("dialog.reference"));
    start().ifPresent(chooser::setInitialDirectory);
    remember(chooser.showOpenDialog(window())).ifPresent(others::setReference);
  }

  private Optional<File> start() {
    // References often lie beside the photos.
    return settings
        .text(FOLDER)
        .or(() -> settings.text("folder"))
        .map(File::new)
        .filter(File::isDirectory);
  }

  private Optional<Path> remember(File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    settings.set(FOLDER, chosen.getParent() == null ? chosen : chosen.getParentFile());
    return Optional.of(chosen.toPath());
  }
}
