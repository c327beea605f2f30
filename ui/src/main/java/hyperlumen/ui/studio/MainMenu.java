package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import hyperlumen.ui.adjust.Presets;
import hyperlumen.ui.viewer.CompareView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** Every action of the program, each with its shortcut. */
final class MainMenu extends MenuBar {

  private final StudioModel model;
  private final CompareView view;
  private final Actions actions;
  private final Settings settings;
  private final Texts texts;
  private final Menu recent = new Menu();

  MainMenu(
      StudioModel model,
      CompareMenu compare,
      CompareView view,
      Actions actions,
      Settings settings,
      Texts texts) {
    this.model = model;
    this.view = view;
    this.actions = actions;
    this.settings = settings;
    this.texts = texts;
    EditMenu edit =
        new EditMenu(
            model, new Presets(settings.beside("presets.txt")), actions::askPresetName, texts);
    getMenus().addAll(fileMenu(), edit, photoMenu(), compare, viewMenu(), helpMenu());
  }

  private Menu fileMenu() {
    recent.setText(texts.get("menu.recent"));
    MenuItem save = item("action.saveAs", "Shortcut+S", actions::saveAs);
    MenuItem close = item("menu.close", "Shortcut+W", model::closeSelected);
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
    menu.setOnShowing(
        e -> {
          save.setDisable(!model.canSave());
          close.setDisable(model.selectedProperty().get() == null);
          listRecent();
        });
    return menu;
  }

  private void listRecent() {
    recent.getItems().clear();
    for (Path file : settings.recent()) {
      MenuItem item = new MenuItem(file.getFileName() + "  \u2013  " + file.getParent());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> actions.open(List.of(file)));
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
    if (!recent.isDisable()) {
      MenuItem clear = new MenuItem(texts.get("menu.clearRecent"));
      clear.setOnAction(e -> settings.clearRecent());
      recent.getItems().addAll(new SeparatorMenuItem(), clear);
    }
  }

  private Menu photoMenu() {
    MenuItem enhance = item("action.enhance", "Shortcut+E", model::enhance);
    MenuItem cancel = item("action.cancel", "Shortcut+Period", model::cancel);
    InvalidationListener change =
        o -> {
          enhance.setDisable(!model.canEnhance());
          cancel.setDisable(model.runProperty().get() == null);
        };
    Menu menu =
        new Menu(
            texts.get("menu.photo"),
            null,
            enhance,
            cancel,
            new SeparatorMenuItem(),
            item("menu.batch", "Shortcut+J", actions::showBatch),
            item("menu.models", "Shortcut+M", actions::showModels),
            new SeparatorMenuItem(),
            item("menu.previous", "Page_Up", () -> actions.step(-1)),
            item("menu.next", "Page_Down", () -> actions.step(1)));
    menu.setOnShowing(e -> change.invalidated(null));
    return menu;
  }

  private Menu viewMenu() {
    Menu menu = new Menu(texts.get("menu.view"));
    menu.getItems()
        .addAll(
            item("menu.fit", "0", () -> view.viewport().fit()),
            item("menu.actualSize", "1", () -> view.viewport().zoomTo(1)),
            item("menu.double", "2", () -> view.viewport().zoomTo(2)),
            item("menu.zoomIn", "Shortcut+Plus", () -> view.viewport().zoomBy(1)),
            item("menu.zoomOut", "Shortcut+Minus", () -> view.viewport().zoomBy(-1)),
            new SeparatorMenuItem(),
            item("menu.library", "Shortcut+L", actions::toggleLibrary),
            item("menu.inspector", "Shortcut+I", actions::toggleInspector),
            themeMenu(),
            languageMenu());
    return menu;
  }

  private Menu themeMenu() {
    Menu menu = new Menu(texts.get("menu.theme"));
    ToggleGroup group = new ToggleGroup();
    Theme now = settings.constant("theme", Theme.class).orElse(Theme.DEFAULT);
    for (Theme theme : Theme.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.of(theme));
      item.setToggleGroup(group);
      item.setSelected(theme == now);
      item.setAccelerator(KeyCombination.valueOf("Shortcut+Alt+" + (menu.getItems().size() + 1)));
      item.setOnAction(e -> actions.setTheme(theme));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu languageMenu() {
    Menu menu = new Menu(texts.get("menu.language"));
    ToggleGroup group = new ToggleGroup();
    for (Locale language : Texts.LANGUAGES) {
      RadioMenuItem item = new RadioMenuItem(language.getDisplayLanguage(language));
      item.setToggleGroup(group);
      item.setSelected(language.equals(texts.locale()));
      item.setOnAction(e -> actions.setLanguage(language.getLanguage()));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu helpMenu() {
    return new Menu(
        texts.get("menu.help"),
        null,
        item("menu.palette", "Shortcut+K", actions::showPalette),
        item("menu.shortcuts", "F1", actions::showShortcuts),
        new SeparatorMenuItem(),
        item("menu.log", "Shortcut+Shift+L", actions::showLog),
        item("menu.system", "Shortcut+Shift+I", actions::showSystem),
        item("menu.about", "Shift+F1", actions::showAbout));
  }

  private MenuItem item(String key, String shortcut, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    if (shortcut != null) {
      item.setAccelerator(KeyCombination.valueOf(shortcut));
    }
    item.setOnAction(e -> action.run());
    return item;
  }
}
