package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.ui.viewer.CompareMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program can be used without a mouse. */
@ExtendWith(ApplicationExtension.class)
final class KeyboardTest {

  /** Around a control: where its ring may be drawn. */
  private static final int RING = 5;

  /** A ring, an outline or another ground are more pixels than this. */
  private static final int LEAST_CHANGED = 24;

  /** More stops than any window has; whoever counts them has left the circle. */
  private static final int MOST_STOPS = 120;

  @TempDir static Path folder;

  private StudioRig rig;
  private final List<String> fired = new ArrayList<>();

  @Start
  void show(Stage stage) {
    rig = new StudioRig(stage, folder, new Size(320, 240), Theme.DARK, Locale.ENGLISH);
  }

  @AfterEach
  void close(FxRobot robot) {
    rig.close(robot);
  }

  /** Notes every action from now on, whoever starts it. */
  private void listen() {
    for (CommandPalette.Command command : CommandPalette.commands(rig.menus())) {
      command.item().addEventHandler(ActionEvent.ACTION, e -> fired.add(command.path()));
    }
  }

  /** The actions on a plain key, without Ctrl or Alt, and that key. */
  private Map<String, KeyCode> plainKeys() {
    Map<String, KeyCode> keys = new LinkedHashMap<>();
    for (CommandPalette.Command command : CommandPalette.commands(rig.menus())) {
      if (command.item().getAccelerator() instanceof KeyCodeCombination key
          && key.getShortcut() != KeyCombination.ModifierValue.DOWN
          && key.getAlt() != KeyCombination.ModifierValue.DOWN
          && key.getShift() != KeyCombination.ModifierValue.DOWN
          && (key.getCode().isLetterKey() || key.getCode().isDigitKey())) {
        keys.put(command.path(), key.getCode());
      }
    }
    return keys;
  }

  @Test
  void lettersInATextFieldWriteAndStartNothing(FxRobot robot) {
    rig.enhanced(robot, "a.png");
    robot.interact(rig.window::showPalette);
    Map<String, KeyCode> keys = plainKeys();
    assertThat(keys).hasSizeGreaterThan(12);
    listen();
    CompareMode before = rig.window.view().modeProperty().get();
    robot.type(keys.values().toArray(KeyCode[]::new));
    robot.press(KeyCode.B);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rig.window.view().heldProperty().get()).isNull();
    robot.release(KeyCode.B);
    WaitForAsyncUtils.waitForFxEvents();
    String written =
        keys.values().stream()
            .map(k -> k.getChar().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    assertThat(StudioRig.anywhere("palette-search", TextField.class).getText())
        .isEqualTo(written + "b");
    assertThat(fired).isEmpty();
    assertThat(rig.window.view().modeProperty().get()).isEqualTo(before);
  }

  @Test
  void theSameLettersActWhenTheViewerHasTheFocus(FxRobot robot) {
    rig.enhanced(robot, "a.png");
    Map<String, KeyCode> keys = plainKeys();
    listen();
    robot.interact(() -> rig.window.view().requestFocus());
    robot.type(keys.values().toArray(KeyCode[]::new));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(fired).containsExactlyElementsOf(keys.keySet());
  }

  @Test
  void everyActionHasAShortcutOfItsOwnWhichTheSheetShows(FxRobot robot) {
    MenuBar menus = rig.menus();
    List<MenuItem> items =
        CommandPalette.commands(menus).stream().map(CommandPalette.Command::item).toList();
    // Presets are the user's own; there is none yet.
    assertThat(items)
        .hasSizeGreaterThan(45)
        .allSatisfy(i -> assertThat(i.getAccelerator()).as(i.getText()).isNotNull());
    List<String> keys = items.stream().map(i -> i.getAccelerator().getName()).toList();
    assertThat(keys).doesNotHaveDuplicates();
    ShortcutSheet sheet =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> new ShortcutSheet(menus, hyperlumen.ui.Texts.in(Locale.ENGLISH)));
    List<String> shown = new ArrayList<>();
    labels(sheet, shown);
    for (MenuItem item : items) {
      assertThat(shown)
          .contains(item.getAccelerator().getDisplayText().replace('_', ' '))
          .anySatisfy(text -> assertThat(text).endsWith(item.getText()));
    }
  }

  private static void labels(Parent parent, List<String> into) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node instanceof Label label) {
        into.add(label.getText());
      } else if (node instanceof Parent below) {
        labels(below, into);
      }
    }
  }

  /** What Tab comes to, from the first control on, and how it looks with and without the focus. */
  private List<Node> walk(FxRobot robot, List<String> unseen) {
    Node first = rig.window.lookup(".tool-bar .button");
    robot.interact(first::requestFocus);
    robot.press(KeyCode.TAB).release(KeyCode.TAB);
    robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
    WaitForAsyncUtils.waitForFxEvents();
    List<Node> stops = new ArrayList<>();
    Node now = rig.stage().getScene().getFocusOwner();
    while (!stops.contains(now) && stops.size() < MOST_STOPS) {
      stops.add(now);
      Node stop = now;
      Rectangle2D around = around(stop);
      WritableImage with = shot(around);
      robot.press(KeyCode.TAB).release(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
      now = rig.stage().getScene().getFocusOwner();
      if (around.equals(around(stop)) && changed(with, shot(around)) < LEAST_CHANGED) {
        unseen.add(stop.toString());
      }
    }
    return stops;
  }

  private Rectangle2D around(Node node) {
    Bounds b = node.localToScene(node.getLayoutBounds());
    return new Rectangle2D(
        b.getMinX() - RING, b.getMinY() - RING, b.getWidth() + 2 * RING, b.getHeight() + 2 * RING);
  }

  private WritableImage shot(Rectangle2D part) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(part);
    return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> rig.window.snapshot(parameters, null));
  }

  private static int changed(WritableImage a, WritableImage b) {
    PixelReader one = a.getPixelReader();
    PixelReader other = b.getPixelReader();
    int count = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        count += one.getArgb(x, y) == other.getArgb(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  /** Everything that can have the focus at present. */
  private static void focusable(Node node, List<Node> into) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    // Of buttons of which one is pressed Tab comes to that one; arrows go on from there.
    boolean another =
        node instanceof ToggleButton t && t.getToggleGroup() != null && !t.isSelected();
    if (node.isFocusTraversable() && !another) {
      into.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> focusable(child, into));
    }
  }

  private int side(Node node) {
    List<Class<?>> order =
        List.of(MainToolBar.class, LibraryStrip.class, ViewerPane.class, Inspector.class);
    for (Node n = node; n != null; n = n.getParent()) {
      int at = order.indexOf(n.getClass());
      if (at >= 0) {
        return at;
      }
    }
    throw new AssertionError("outside of all: " + node);
  }

  @Test
  void tabComesToEveryControlInTheOrderOfTheWindowAndTheFocusIsSeen(FxRobot robot) {
    rig.enhanced(robot, "a.dng");
    // A side that was away and has come back is where it was.
    robot.interact(rig.window::toggleLibrary);
    robot.interact(rig.window::toggleLibrary);
    // Nothing tells when the viewer has painted its last tile.
    WaitForAsyncUtils.sleep(1, java.util.concurrent.TimeUnit.SECONDS);
    List<String> unseen = new ArrayList<>();
    List<Node> stops = walk(robot, unseen);
    List<Node> wanted = new ArrayList<>();
    focusable(rig.window, wanted);
    assertThat(Set.copyOf(stops)).containsAll(wanted);
    assertThat(stops.stream().map(this::side).toList()).isSorted();
    assertThat(unseen).isEmpty();
  }

  @Test
  void arrowsGoThroughTheWaysToCompareAndSpaceTakesOne(FxRobot robot) {
    rig.enhanced(robot, "a.png");
    robot.interact(() -> rig.window.lookup("#mode-SPLIT").requestFocus());
    for (CompareMode mode : CompareMode.values()) {
      assertThat(rig.stage().getScene().getFocusOwner().getId()).isEqualTo("mode-" + mode);
      robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(rig.window.view().modeProperty().get()).isEqualTo(mode);
      robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  @Test
  void zoomKeysWorkWhereverTheirSignsAre(FxRobot robot) {
    rig.enhanced(robot, "a.png");
    robot.interact(() -> rig.window.view().viewport().zoomTo(2));
    robot.press(KeyCode.CONTROL, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.CONTROL);
    assertThat(rig.window.view().viewport().view().zoom()).isEqualTo(4);
    robot.press(KeyCode.CONTROL, KeyCode.ADD).release(KeyCode.ADD, KeyCode.CONTROL);
    assertThat(rig.window.view().viewport().view().zoom()).isEqualTo(8);
    robot.press(KeyCode.CONTROL, KeyCode.SUBTRACT).release(KeyCode.SUBTRACT, KeyCode.CONTROL);
    assertThat(rig.window.view().viewport().view().zoom()).isEqualTo(4);
  }
}
