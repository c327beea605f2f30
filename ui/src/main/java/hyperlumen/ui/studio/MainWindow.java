package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.adjust.Session;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.ModelLibrary;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.PictureEngine;
import hyperlumen.ui.viewer.Slot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/**
 * The main window's content over a {@link StudioModel}: menu, tool bar, library strip, viewer,
 * inspector, status line.
 */
public final class MainWindow extends StackPane implements Actions, WelcomePage.Starts {

  private static final String NAME = "Hyperlumen";

  private final StudioModel model;
  private final Settings settings;
  private final Texts texts;
  private final StudioWindows windows;
  private final ViewerPane viewer;
  private final LibraryStrip library;
  private final Inspector inspector;
  private final MainMenu menu;
  private final Notices notices = new Notices(this);
  private final Runnable quit;
  private final Session session;
  private final FileActions files;
  private final WindowTheme theme;

  /**
   * The content for a scene.
   *
   * @param engine paints the pictures
   * @param quit leaves the program; asked to by the menu
   */
  public MainWindow(
      StudioModel model, PictureEngine engine, Settings settings, Texts texts, Runnable quit) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    this.quit = quit;
    files = new FileActions(model, settings, texts, notices, this::dialogs);
    viewer = new ViewerPane(model, texts, engine, f -> dialogs().error(f));
    session = new Session(settings.beside("session.txt"), StudioThreads.ofView("session"));
    setSamples(List.of());
    CompareView view = viewer.view();
    settings.constant("mode", CompareMode.class).ifPresent(view.modeProperty()::set);
    view.modeProperty().addListener((o, was, is) -> settings.set("mode", is));
    library = new LibraryStrip(model, texts);
    WhitePicker picker = new WhitePicker(model, view, texts);
    inspector = new Inspector(model, settings, texts, files::saveAs, picker);
    windows = new StudioWindows(model, settings, texts, notices, this::dialogs);
    SourceActions sources = new SourceActions(model.others(), settings, texts, this);
    view.setMoreSources(sources::items);
    menu =
        new MainMenu(
            model,
            new CompareMenu(view, viewer.tilesProperty(), sources, windows::showRuns, texts),
            view,
            this,
            windows,
            settings,
            texts);
    // In the order in which Tab goes through them.
    BorderPane frame = new BorderPane();
    frame.setTop(new VBox(menu, new MainToolBar(model, view, this, texts)));
    frame.setLeft(library);
    frame.setCenter(viewer);
    frame.setRight(inspector);
    frame.setBottom(new StatusLine(model, view, texts));
    getChildren().add(frame);
    theme = new WindowTheme(this, settings, Platform.getPreferences().colorSchemeProperty());
    if (settings.text("libraryHidden").isPresent()) {
      toggleLibrary();
    }
    if (settings.text("inspectorHidden").isPresent()) {
      toggleInspector();
    }
    settings.constant("libraryFilter", PhotoFilter.class).ifPresent(library.filter()::setValue);
    settings.constant("libraryOrder", PhotoOrder.class).ifPresent(library.order()::setValue);
    library.filter().valueProperty().addListener((o, was, is) -> settings.set("libraryFilter", is));
    library.order().valueProperty().addListener((o, was, is) -> settings.set("libraryOrder", is));
    model.setOnFailure(failure -> dialogs().error(failure));
    model.savings().setOnSaved(files::saved);
    PhotoDrop.on(this, files::open);
    // Wherever the focus is, holding a key shows before or the reference.
    addEventHandler(KeyEvent.KEY_PRESSED, e -> holdReference(e, true));
    addEventHandler(KeyEvent.KEY_RELEASED, e -> holdReference(e, false));
  }

  private void holdReference(KeyEvent e, boolean held) {
    if (e.getTarget() instanceof TextInputControl) {
      return; // Somebody writes.
    }
    if (held && e.isShortcutDown() && zooms(e.getCode())) {
      e.consume();
      return;
    }
    Slot.Role role = CompareView.heldBy(e.getCode());
    if (role != null && !e.isShortcutDown()) {
      viewer.view().heldProperty().set(held ? role : null);
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE && held) {
      model.cancel();
    }
  }

  /**
   * What the menu's zoom does, on other keys that carry the same signs: plus is above "=" on many
   * keyboards, and both signs are on the number pad.
   */
  private boolean zooms(KeyCode code) {
    switch (code) {
      case EQUALS, ADD -> viewer.view().viewport().zoomBy(1);
      case SUBTRACT -> viewer.view().viewport().zoomBy(-1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The title of the window around this: the photo's name and the program's. */
  public ObservableValue<String> title() {
    return model.selectedProperty().map(item -> item.name() + " \u2013 " + NAME).orElse(NAME);
  }

  /** The viewer in the window's middle. */
  public CompareView view() {
    return viewer.view();
  }

  /** Offers these photos to somebody who has none open. */
  public void setSamples(List<Path> samples) {
    viewer.setWelcome(new WelcomePage(this, samples, session.last().size(), texts));
  }

  @Override
  public void trySample(Path sample) {
    model.openAndEnhance(sample);
  }

  @Override
  public void openLast() {
    model.restore(session.last());
  }

  /** Takes up the last session if it ended in a crash; says so, and what waits in the queue. */
  public void recover() {
    windows.queue().tellWaiting(windows::showBatch);
    if (session.hasCrashed() && !session.last().isEmpty()) {
      openLast();
      notices.show(texts.get("notice.recovered"));
    }
  }

  /** Keeps what is open and set on disk, so that a crash does not lose it. */
  public void keepSession() {
    session.keep(model.session());
  }

  /** Says that the program is being left in order. */
  public void endSession() {
    session.end(model.session());
  }

  private Dialogs dialogs() {
    Window owner = getScene() == null ? null : getScene().getWindow();
    return new Dialogs(owner, theme.chosen(), texts);
  }

  @Override
  public void open(List<Path> paths) {
    files.open(paths);
  }

  @Override
  public void openFiles() {
    files.openFiles();
  }

  @Override
  public void openFolder() {
    files.openFolder();
  }

  @Override
  public void saveAs() {
    files.saveAs();
  }

  @Override
  public Optional<String> askPresetName() {
    return dialogs().presetName();
  }

  @Override
  public void toggleLibrary() {
    toggle(library, "libraryHidden");
  }

  @Override
  public void toggleInspector() {
    toggle(inspector, "inspectorHidden");
  }

  /** Hides or shows a side; it keeps its place in the order of the keyboard. */
  private void toggle(Region side, String flag) {
    Inspector.setShown(side, !side.isVisible());
    settings.setFlag(flag, !side.isVisible());
  }

  @Override
  public void step(int files) {
    library.move(files);
  }

  @Override
  public void setTheme(Theme chosen) {
    theme.choose(chosen);
  }

  @Override
  public void setLanguage(String language) {
    settings.set("language", language);
    if (!language.equals(texts.locale().getLanguage())) {
      notices.show(texts.get("notice.language"));
    }
  }

  /** Gives the user models to look after; without it the menu has no browser. */
  public void setModelLibrary(ModelLibrary models) {
    windows.setModelLibrary(models);
  }

  /** Gives the user a queue; without it the menu has none. */
  public void setBatchService(BatchService queue) {
    windows.setBatchService(queue);
  }

  StudioWindows windows() {
    return windows;
  }

  @Override
  public void showPalette() {
    getChildren().removeIf(n -> n instanceof CommandPalette);
    CommandPalette palette =
        new CommandPalette(
            menu, texts, () -> getChildren().removeIf(n -> n instanceof CommandPalette));
    StackPane.setAlignment(palette, Pos.TOP_CENTER);
    StackPane.setMargin(palette, new Insets(80, 0, 0, 0));
    getChildren().add(palette);
    palette.search().requestFocus();
  }

  @Override
  public void quit() {
    quit.run();
  }

  /** Whether the window may close: asks the user if a result would be lost. */
  public boolean mayClose() {
    return !model.hasUnsavedResults() || dialogs().confirmQuit();
  }
}
