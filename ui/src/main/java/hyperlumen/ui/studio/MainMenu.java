package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.adjust.Presets;
import hyperlumen.ui.viewer.CompareView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** Every action of the program, each with its shortcut. */
final class MainMenu extends MenuBar {

  private final StudioModel model;
  private final CompareView view;
  private final Actions actions;
  private final StudioWindows windows;
  private final Settings settings;
  private final Texts texts;

  MainMenu(
      StudioModel model,
      CompareMenu compare,
      CompareView view,
      Actions actions,
      StudioWindows windows,
      Settings settings,
      Texts texts) {
    this.model = model;
    this.view = view;
    this.actions = actions;
    this.windows = windows;
    this.settings = settings;
    this.texts = texts;
    EditMenu edit =
        new EditMenu(
            model, new Presets(settings.beside("presets.txt")), actions::askPresetName, texts);
    getMenus().addAll(fileMenu(), edit, photoMenu(), compare, viewMenu(), helpMenu());
  }

  // What is disabled is bound, not set when a menu opens: a shortcut asks without opening it.

  private Menu fileMenu() {
    RecentMenu recent = new RecentMenu(settings, actions, texts);
    MenuItem save = item("action.saveAs", "Shortcut+S", actions::saveAs);
    ObservableValue<Boolean> nothing =
        model
            .selectedProperty()
            .flatMap(PhotoItem::enhancementProperty)
            .map(result -> false)
            .orElse(true);
    save.disableProperty().bind(nothing);
    MenuItem close = item("menu.close", "Shortcut+W", model::closeSelected);
    close.disableProperty().bind(model.selectedProperty().isNull());
    Menu menu =
        new Menu(
            texts.get("menu.file"),
            null,
            item("menu.open", "Shortcut+O", actions::openFiles),
            item("menu.openFolder", "Shortcut+Shift+O", actions::openFolder),
            recent,
            new SeparatorMenuItem(),
            save,
            close,
            new SeparatorMenuItem(),
            item("menu.quit", "Shortcut+Q", actions::quit));
    menu.setOnShowing(e -> recent.list());
    return menu;
  }

  private Menu photoMenu() {
    MenuItem enhance = item("action.enhance", "Shortcut+E", model::enhance);
    enhance
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.canEnhance(),
                model.modelProperty(),
                model.runProperty(),
                model.selectedProperty().flatMap(PhotoItem::photoProperty)));
    MenuItem cancel = item("action.cancel", "Shortcut+Period", model::cancel);
    cancel.disableProperty().bind(model.runProperty().isNull());
    CheckMenuItem sidecars = new CheckMenuItem(texts.get("batch.sidecars"));
    sidecars.setAccelerator(KeyCombination.valueOf("Shortcut+Alt+J"));
    sidecars.selectedProperty().bindBidirectional(windows.queue().sidecarsProperty());
    return new Menu(
        texts.get("menu.photo"),
        null,
        enhance,
        cancel,
        new SeparatorMenuItem(),
        item("menu.batch", "Shortcut+J", windows::showBatch),
        item("menu.batchReport", "Shortcut+Shift+J", windows.queue()::report),
        sidecars,
        item("menu.models", "Shortcut+M", windows::showModels),
        item("menu.peak", "Shortcut+Shift+M", model.peak()::measure),
        new SeparatorMenuItem(),
        item("menu.previous", "Page_Up", () -> actions.step(-1)),
        item("menu.next", "Page_Down", () -> actions.step(1)));
  }

  private Menu viewMenu() {
    return new Menu(
        texts.get("menu.view"),
        null,
        item("menu.fit", "0", () -> view.viewport().fit()),
        item("menu.actualSize", "1", () -> view.viewport().zoomTo(1)),
        item("menu.double", "2", () -> view.viewport().zoomTo(2)),
        item("menu.zoomIn", "Shortcut+Plus", () -> view.viewport().zoomBy(1)),
        item("menu.zoomOut", "Shortcut+Minus", () -> view.viewport().zoomBy(-1)),
        new SeparatorMenuItem(),
        item("menu.library", "Shortcut+L", actions::toggleLibrary),
        item("menu.inspector", "Shortcut+I", actions::toggleInspector),
        AppearanceMenus.theme(settings, actions, texts),
        AppearanceMenus.language(actions, texts));
  }

  private Menu helpMenu() {
    return new Menu(
        texts.get("menu.help"),
        null,
        item("menu.palette", "Shortcut+K", actions::showPalette),
        item("menu.shortcuts", "F1", () -> windows.showShortcuts(this)),
        new SeparatorMenuItem(),
        item("menu.log", "Shortcut+Shift+L", windows::showLog),
        item("menu.system", "Shortcut+Shift+I", windows::showSystem),
        item("menu.about", "Shift+F1", windows::showAbout));
  }

  private MenuItem item(String key, String shortcut, Runnable action) {
    return new ActionItem(texts, key, shortcut, action);
  }
}
