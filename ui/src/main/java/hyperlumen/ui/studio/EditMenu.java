package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import hyperlumen.ui.adjust.Presets;
import hyperlumen.ui.service.Adjustments;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** Undo and redo of adjustments, copying them to other photos, presets. */
final class EditMenu extends Menu {

  private final AdjustmentModel adjustments;
  private final StudioModel model;
  private final Presets presets;
  private final Supplier<Optional<String>> askName;
  private final Texts texts;
  private final Menu presetMenu = new Menu();

  /**
   * The menu.
   *
   * @param askName asks for a preset's name
   */
  EditMenu(StudioModel model, Presets presets, Supplier<Optional<String>> askName, Texts texts) {
    this.model = model;
    this.presets = presets;
    this.askName = askName;
    this.texts = texts;
    adjustments = model.adjustments();
    setText(texts.get("menu.edit"));
    MenuItem undo = item("menu.undo", "Shortcut+Z", adjustments::undo);
    undo.disableProperty().bind(adjustments.canUndoProperty().not());
    MenuItem redo = item("menu.redo", "Shortcut+Shift+Z", adjustments::redo);
    redo.disableProperty().bind(adjustments.canRedoProperty().not());
    MenuItem paste = item("menu.paste", "Shortcut+Shift+V", adjustments::paste);
    paste.disableProperty().bind(adjustments.copiedProperty().isNull());
    presetMenu.setText(texts.get("menu.presets"));
    getItems()
        .addAll(
            undo,
            redo,
            new SeparatorMenuItem(),
            item("menu.copy", "Shortcut+Shift+C", adjustments::copy),
            paste,
            item("menu.applyToAll", "Shortcut+Shift+A", () -> adjustments.applyTo(model.photos())),
            item("menu.reset", "Shortcut+R", () -> adjustments.set(Adjustments.DEFAULT)),
            new SeparatorMenuItem(),
            presetMenu);
    listPresets();
  }

  private void listPresets() {
    presetMenu.getItems().clear();
    Menu remove = new Menu(texts.get("menu.removePreset"));
    int number = 1;
    for (String name : presets.names()) {
      MenuItem item = new MenuItem(name);
      item.setMnemonicParsing(false);
      if (number <= 9) {
        item.setAccelerator(KeyCombination.valueOf("Shortcut+" + number));
        number++;
      }
      item.setOnAction(e -> presets.get(name).ifPresent(adjustments::set));
      presetMenu.getItems().add(item);
      MenuItem gone = new MenuItem(name);
      gone.setMnemonicParsing(false);
      gone.setOnAction(
          e -> {
            presets.remove(name);
            listPresets();
          });
      remove.getItems().add(gone);
    }
    remove.setDisable(remove.getItems().isEmpty());
    if (!remove.isDisable()) {
      presetMenu.getItems().add(new SeparatorMenuItem());
    }
    presetMenu.getItems().addAll(item("menu.savePreset", "Shortcut+Shift+P", this::save), remove);
  }

  private void save() {
    Adjustments now = model.adjustments().currentProperty().get();
    askName
        .get()
        .ifPresent(
            name -> {
              presets.put(name, now);
              listPresets();
            });
  }

  private MenuItem item(String key, String shortcut, Runnable action) {
    return new ActionItem(texts, key, shortcut, action);
  }
}
