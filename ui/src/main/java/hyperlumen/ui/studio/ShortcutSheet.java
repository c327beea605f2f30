package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All shortcuts, read off the menus themselves, and those of the mouse. */
final class ShortcutSheet extends HBox {

  private static final String[][] GESTURES = {
    {"gesture.wheel.keys", "gesture.wheel"},
    {"gesture.drag.keys", "gesture.drag"},
    {"gesture.doubleClick.keys", "gesture.doubleClick"},
    {"gesture.select.keys", "gesture.select"},
    {"gesture.hold.keys", "gesture.hold"},
    {"gesture.reference.keys", "gesture.reference"},
    {"gesture.flip.keys", "gesture.flip"},
    {"gesture.arrows.keys", "gesture.arrows"},
    {"gesture.zoom.keys", "gesture.zoom"},
  };

  ShortcutSheet(MenuBar menus, Texts texts) {
    super(36);
    VBox first = new VBox(14);
    VBox second = new VBox(14);
    VBox third = new VBox(14);
    getChildren().addAll(first, second, third);
    for (Menu menu : menus.getMenus()) {
      GridPane grid = grid();
      for (MenuItem item : menu.getItems()) {
        if (item.getAccelerator() != null) {
          row(grid, item.getAccelerator().getDisplayText().replace('_', ' '), item.getText());
        }
      }
      if (grid.getRowCount() > 0) {
        // Ways to compare are the longest list: two columns would not fit a small screen.
        VBox column =
            first.getChildren().size() < 2
                ? first
                : second.getChildren().isEmpty() ? second : third;
        column.getChildren().add(section(menu.getText(), grid));
      }
    }
    GridPane mouse = grid();
    for (String[] gesture : GESTURES) {
      row(mouse, texts.get(gesture[0]), texts.get(gesture[1]));
    }
    third.getChildren().add(section(texts.get("shortcuts.viewer"), mouse));
  }

  private static VBox section(String title, GridPane grid) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    return new VBox(6, label, grid);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(3);
    return grid;
  }

  private static void row(GridPane grid, String keys, String action) {
    int row = grid.getRowCount();
    Label key = new Label(keys);
    key.setMinWidth(Region.USE_PREF_SIZE);
    key.getStyleClass().add("shortcut");
    Label text = new Label(action);
    text.setMinWidth(Region.USE_PREF_SIZE);
    text.getStyleClass().add(Styles.TEXT_MUTED);
    grid.add(key, 0, row);
    grid.add(text, 1, row);
  }
}
