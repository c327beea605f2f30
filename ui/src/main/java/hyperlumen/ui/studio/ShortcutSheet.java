package hyperlumen.ui.studio;

import atlantafx.base.theme.Styles;
import hyperlumen.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
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

  /** Fewer actions stand among those of the menu that theirs belongs to. */
  private static final int LEAST_OF_A_SECTION = 3;

  /** Of a text before it goes on in the next line: three columns fit into a small screen. */
  private static final double WIDEST = 210;

  ShortcutSheet(MenuBar menus, Texts texts) {
    super(24);
    getStyleClass().add("shortcut-sheet");
    List<VBox> columns = List.of(new VBox(14), new VBox(14), new VBox(14));
    getChildren().addAll(columns);
    int[] rows = new int[columns.size()];
    for (Menu menu : menus.getMenus()) {
      section(menu, columns, rows);
    }
    GridPane mouse = grid();
    for (String[] gesture : GESTURES) {
      row(mouse, texts.get(gesture[0]), texts.get(gesture[1]));
    }
    place(section(texts.get("shortcuts.viewer"), mouse), GESTURES.length, columns, rows);
  }

  /** Rows for the actions of a menu, those of a long menu below it in a section of its own. */
  private static void section(Menu menu, List<VBox> columns, int[] rows) {
    GridPane grid = grid();
    List<Menu> apart = new ArrayList<>();
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu below && below.getItems().size() >= LEAST_OF_A_SECTION) {
        apart.add(below);
      } else if (item instanceof Menu below) {
        below.getItems().forEach(i -> row(grid, below.getText() + ": ", i));
      } else {
        row(grid, "", item);
      }
    }
    if (grid.getRowCount() > 0) {
      place(section(menu.getText(), grid), grid.getRowCount(), columns, rows);
    }
    apart.forEach(below -> section(below, columns, rows));
  }

  private static void row(GridPane grid, String before, MenuItem item) {
    if (item.getAccelerator() != null) {
      // One of several says nothing without what it is a choice of.
      String name = item instanceof RadioMenuItem ? before + item.getText() : item.getText();
      row(grid, item.getAccelerator().getDisplayText().replace('_', ' '), name);
    }
  }

  /** Puts a section where there is the most room: a sheet higher than the screen is no use. */
  private static void place(VBox section, int count, List<VBox> columns, int[] rows) {
    int shortest = 0;
    for (int i = 1; i < rows.length; i++) {
      shortest = rows[i] < rows[shortest] ? i : shortest;
    }
    columns.get(shortest).getChildren().add(section);
    // The title and the gap below it take as much as two rows.
    rows[shortest] += count + 2;
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
    text.setWrapText(true);
    text.setMaxWidth(WIDEST);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.getStyleClass().add(Styles.TEXT_MUTED);
    GridPane.setValignment(key, VPos.TOP);
    grid.add(key, 0, row);
    grid.add(text, 1, row);
  }
}
