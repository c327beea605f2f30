package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** A menu's action with its shortcut: no action of this program is without one. */
final class ActionItem extends MenuItem {

  /**
   * An action.
   *
   * @param key names its text
   * @param shortcut as {@link KeyCombination#valueOf} reads it
   */
  ActionItem(Texts texts, String key, String shortcut, Runnable action) {
    super(texts.get(key));
    setAccelerator(KeyCombination.valueOf(shortcut));
    setOnAction(e -> action.run());
  }
}
