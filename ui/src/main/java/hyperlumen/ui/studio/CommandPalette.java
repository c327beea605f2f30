package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Every action of the menus by a few letters of its name: type, choose with the arrows, press
 * Enter.
 */
final class CommandPalette extends VBox {

  /** An action with where it stands in the menus. */
  record Command(String path, MenuItem item) {}

  private final TextField search = new TextField();
  private final ListView<Command> found = new ListView<>();
  private final List<Command> all;
  private final Runnable close;

  /**
   * The actions of {@code menus} as they are now.
   *
   * @param close takes the palette away; called before an action runs
   */
  CommandPalette(MenuBar menus, Texts texts, Runnable close) {
    super(6);
    this.close = close;
    all = commands(menus);
    getStyleClass().add("palette");
    search.setId("palette-search");
    search.setPromptText(texts.get("palette.prompt"));
    search.setAccessibleText(texts.get("palette.prompt"));
    found.setId("palette-list");
    found.setAccessibleText(texts.get("palette.list"));
    found.setCellFactory(list -> new CommandCell());
    found.setPrefHeight(300);
    found.setOnMouseClicked(e -> run());
    search.textProperty().addListener(o -> filter());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(search, found);
    setMaxSize(520, Region.USE_PREF_SIZE);
    filter();
  }

  TextField search() {
    return search;
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case ESCAPE -> close.run();
      case ENTER -> run();
      case DOWN -> move(1);
      case UP -> move(-1);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void move(int step) {
    int size = found.getItems().size();
    if (size > 0) {
      int at = Math.floorMod(found.getSelectionModel().getSelectedIndex() + step, size);
      found.getSelectionModel().select(at);
      found.scrollTo(at);
    }
  }

  private void run() {
    Command command = found.getSelectionModel().getSelectedItem();
    if (command != null) {
      close.run();
      if (command.item() instanceof CheckMenuItem check) {
        check.setSelected(!check.isSelected());
      } else if (command.item() instanceof RadioMenuItem radio) {
        radio.setSelected(true);
      }
      command.item().fire();
    }
  }

  private void filter() {
    String wanted = search.getText();
    found
        .getItems()
        .setAll(
            all.stream()
                .filter(c -> !c.item().isDisable() && score(wanted, c.path()) >= 0)
                .sorted(Comparator.comparingInt(c -> score(wanted, c.path())))
                .toList());
    found.getSelectionModel().select(0);
  }

  /**
   * How badly {@code text} fits what was typed: the letters must occur in order; gaps and a late
   * start cost. Negative if they do not occur.
   */
  static int score(String typed, String text) {
    String letters = typed.toLowerCase(Locale.ROOT).replace(" ", "");
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(typed.toLowerCase(Locale.ROOT).strip());
    if (at >= 0) {
      return at;
    }
    int score = 1000;
    int from = 0;
    for (int i = 0; i < letters.length(); i++) {
      int next = lower.indexOf(letters.charAt(i), from);
      if (next < 0) {
        return -1;
      }
      score += next - from;
      from = next + 1;
    }
    return score;
  }

  static List<Command> commands(MenuBar menus) {
    List<Command> commands = new ArrayList<>();
    for (Menu menu : menus.getMenus()) {
      if (menu.getOnShowing() != null) {
        // Menus bring their items up to date when they are shown.
        menu.getOnShowing().handle(new javafx.event.Event(menu, menu, Menu.ON_SHOWING));
      }
      collect(menu.getText(), menu, commands);
    }
    return commands;
  }

  private static void collect(String path, Menu menu, List<Command> into) {
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu below) {
        collect(path + " \u203a " + below.getText(), below, into);
      } else if (!(item instanceof SeparatorMenuItem)) {
        into.add(new Command(path + " \u203a " + item.getText(), item));
      }
    }
  }

  /** A command with its shortcut at the right. */
  private static final class CommandCell extends ListCell<Command> {

    CommandCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      setText(null);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      // A long name gives way to its keys; nothing is scrolled sideways.
      Label path = new Label(command.path());
      path.setMinWidth(0);
      HBox line = new HBox(8, path, gap);
      line.setAlignment(Pos.CENTER_LEFT);
      if (command.item().getAccelerator() != null) {
        Label keys = new Label(command.item().getAccelerator().getDisplayText());
        keys.getStyleClass().add("shortcut");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(keys);
      }
      setAccessibleText(command.path());
      setGraphic(line);
    }
  }

  /** The key that opens it. */
  static final KeyCode KEY = KeyCode.K;
}
