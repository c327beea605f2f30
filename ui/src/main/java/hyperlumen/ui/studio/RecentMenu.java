package hyperlumen.ui.studio;

import hyperlumen.ui.Settings;
import hyperlumen.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The files and folders opened last; up to date whenever {@link #list} was called. */
final class RecentMenu extends Menu {

  private final Settings settings;
  private final Actions actions;
  private final MenuItem clear;

  RecentMenu(Settings settings, Actions actions, Texts texts) {
    super(texts.get("menu.recent"));
    this.settings = settings;
    this.actions = actions;
    clear =
        new ActionItem(texts, "menu.clearRecent", "Shortcut+Shift+Delete", settings::clearRecent);
    list();
  }

  /** Lists what was opened last. */
  void list() {
    getItems().clear();
    for (Path file : settings.recent()) {
      MenuItem item = new MenuItem(file.getFileName() + "  \u2013  " + file.getParent());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> actions.open(List.of(file)));
      getItems().add(item);
    }
    if (!getItems().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    getItems().add(clear);
  }
}
