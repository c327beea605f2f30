package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The choice of the window's colours and of its language. */
final class AppearanceMenus {

  private AppearanceMenus() {}

  /** Colours: as the system, dark, light. */
  static Menu theme(Settings settings, Actions actions, Texts texts) {
    Menu menu = new Menu(texts.get("menu.theme"));
    ToggleGroup group = new ToggleGroup();
    Theme now = settings.constant("theme", Theme.class).orElse(Theme.DEFAULT);
    for (Theme theme : Theme.values()) {
      String shortcut = "Shortcut+Alt+" + (menu.getItems().size() + 1);
      RadioMenuItem item = choice(texts.of(theme), theme == now, group, shortcut);
      item.setOnAction(e -> actions.setTheme(theme));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Languages, each by its own name; the first letter of that is its key. */
  static Menu language(Actions actions, Texts texts) {
    Menu menu = new Menu(texts.get("menu.language"));
    ToggleGroup group = new ToggleGroup();
    for (Locale language : Texts.LANGUAGES) {
      String name = language.getDisplayLanguage(language);
      RadioMenuItem item =
          choice(name, language.equals(texts.locale()), group, "Shortcut+Shift+" + name.charAt(0));
      item.setOnAction(e -> actions.setLanguage(language.getLanguage()));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static RadioMenuItem choice(
      String text, boolean chosen, ToggleGroup group, String shortcut) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setToggleGroup(group);
    item.setSelected(chosen);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    return item;
  }
}
