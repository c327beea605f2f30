package hyperlumen.ui.viewer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** What a pane shows, as a button that offers what else it could show, and a note beneath. */
final class PaneCaption extends VBox {

  private final MenuButton source = new MenuButton();
  private final Label note = new Label();

  /**
   * A caption.
   *
   * @param slots what can be shown, asked when the menu opens
   * @param choose receives the key of the picture the user wants
   * @param more further items, asked when the menu opens
   */
  PaneCaption(Supplier<List<Slot>> slots, Consumer<String> choose, Supplier<List<MenuItem>> more) {
    super(3);
    source.getStyleClass().add("pane-title");
    note.getStyleClass().add("pane-note");
    note.setMouseTransparent(true);
    setManaged(false);
    setPickOnBounds(false);
    getChildren().addAll(source, note);
    // A menu without items does not open, so there is one before the first time.
    source.getItems().add(new MenuItem());
    source.setOnShowing(
        e -> {
          source.getItems().clear();
          for (Slot slot : slots.get()) {
            RadioMenuItem item = new RadioMenuItem(slot.title());
            item.setMnemonicParsing(false);
            item.setSelected(slot.title().equals(source.getText()));
            item.setOnAction(chosen -> choose.accept(slot.key()));
            source.getItems().add(item);
          }
          List<MenuItem> further = more.get();
          if (!further.isEmpty()) {
            source.getItems().add(new SeparatorMenuItem());
            source.getItems().addAll(further);
          }
        });
  }

  /** Sets the texts; an empty note takes no room. */
  void set(String title, String text, String accessibleName) {
    source.setText(title);
    source.setAccessibleText(accessibleName);
    note.setText(text);
    note.setVisible(!text.isEmpty());
    note.setManaged(!text.isEmpty());
    autosize();
  }

  String title() {
    return source.getText();
  }

  String note() {
    return note.getText();
  }
}
