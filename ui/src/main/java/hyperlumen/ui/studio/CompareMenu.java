package hyperlumen.ui.studio;

import hyperlumen.ui.Texts;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.CompareView;
import hyperlumen.ui.viewer.Link;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** Ways to compare, and what is drawn over the pictures. */
final class CompareMenu extends Menu {

  /** One plain key per way to compare: they are changed often, with the other hand on the mouse. */
  private static final Map<CompareMode, String> MODE_KEYS =
      Map.of(
          CompareMode.SPLIT, "S",
          CompareMode.SIDE_BY_SIDE, "P",
          CompareMode.SINGLE, "A",
          CompareMode.BLINK, "K",
          CompareMode.GRID, "G",
          CompareMode.DIFFERENCE, "D");

  private static final Map<Link, String> LINK_KEYS =
      Map.of(Link.TOGETHER, "Alt+1", Link.WITH_OFFSET, "Alt+2", Link.APART, "Alt+3");

  private static final Map<DifferenceMap, String> MAP_KEYS =
      Map.of(
          DifferenceMap.SIGNED, "Shift+1",
          DifferenceMap.ABSOLUTE, "Shift+2",
          DifferenceMap.FALSE_COLOUR, "Shift+3");

  private static final double WEAKEST = 1;
  private static final double STRONGEST = 64;

  private final CompareView view;
  private final Texts texts;

  CompareMenu(
      CompareView view,
      BooleanProperty tiles,
      SourceActions sources,
      Runnable showRuns,
      Texts texts) {
    this.view = view;
    this.texts = texts;
    setText(texts.get("menu.compare"));
    choices(this, CompareMode.values(), view.modeProperty(), MODE_KEYS);
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("menu.turnDivider", "R", view::turnDivider),
            item("menu.exchange", "X", view::exchange),
            check("menu.loupe", "L", view.loupeProperty()),
            check("menu.tiles", "T", tiles),
            item("menu.selectVisible", "M", view::selectVisible),
            item("menu.clearSelection", "Shift+M", () -> view.selectionProperty().set(null)),
            new SeparatorMenuItem());
    // All in one list would be higher than a small screen.
    Menu difference = new Menu(texts.get("menu.difference"));
    choices(difference, DifferenceMap.values(), view.differenceMapProperty(), MAP_KEYS);
    difference
        .getItems()
        .addAll(
            item("menu.nextMap", "C", this::nextMap),
            item("menu.moreGain", "Shortcut+Up", () -> scaleGain(2)),
            item("menu.lessGain", "Shortcut+Down", () -> scaleGain(.5)));
    Menu panes = new Menu(texts.get("menu.panes"));
    choices(panes, Link.values(), view.linkProperty(), LINK_KEYS);
    getItems().addAll(difference, panes, new SeparatorMenuItem());
    getItems().addAll(sources.items());
    getItems().addAll(new SeparatorMenuItem(), item("menu.runs", "Shortcut+H", showRuns));
  }

  private <E extends Enum<E>> void choices(
      Menu menu, E[] all, ObjectProperty<E> chosen, Map<E, String> shortcuts) {
    ToggleGroup group = new ToggleGroup();
    for (E one : all) {
      RadioMenuItem item = new RadioMenuItem(texts.of(one));
      item.setToggleGroup(group);
      item.setAccelerator(KeyCombination.valueOf(shortcuts.get(one)));
      item.setOnAction(e -> chosen.set(one));
      chosen.addListener((o, was, is) -> item.setSelected(is == one));
      item.setSelected(chosen.get() == one);
      menu.getItems().add(item);
    }
  }

  private void nextMap() {
    view.differenceMapProperty()
        .set(
            switch (view.differenceMapProperty().get()) {
              case SIGNED -> DifferenceMap.ABSOLUTE;
              case ABSOLUTE -> DifferenceMap.FALSE_COLOUR;
              case FALSE_COLOUR -> DifferenceMap.SIGNED;
            });
  }

  private void scaleGain(double factor) {
    view.gainProperty().set(Math.clamp(view.gainProperty().get() * factor, WEAKEST, STRONGEST));
  }

  private CheckMenuItem check(String key, String shortcut, BooleanProperty on) {
    CheckMenuItem item = new CheckMenuItem(texts.get(key));
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.selectedProperty().bindBidirectional(on);
    return item;
  }

  private MenuItem item(String key, String shortcut, Runnable action) {
    return new ActionItem(texts, key, shortcut, action);
  }
}
