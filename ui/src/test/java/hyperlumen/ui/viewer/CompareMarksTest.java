package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.image.TilePlan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is drawn over the pictures: loupes, region, tiles, stored values. */
final class CompareMarksTest extends CompareRig {

  @Start
  void show(Stage stage) {
    open(stage);
  }

  @Test
  void theLoupesShowBothPicturesNextToEachOther(FxRobot robot) {
    fx(
        robot,
        () -> {
          view.dividerPositionProperty().set(1);
          view.loupeProperty().set(true);
        });
    robot.moveTo(at(400, 300));
    expect(600, 100, RED);
    expect(440, 300, BLUE);
    expect(360, 300, RED);
    fx(robot, () -> view.loupeProperty().set(false));
    expect(440, 300, RED);
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        true,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  @Test
  void draggingWithShiftSelectsARegionOfThePicture(FxRobot robot) {
    fx(robot, () -> view.viewport().zoomTo(2, 0, 0));
    fx(robot, () -> view.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 100.5, 200.5)));
    fx(robot, () -> view.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, 301, 100)));
    assertThat(view.selectionProperty().get()).isEqualTo(new Region(50, 50, 101, 51));
    assertThat(view.viewport().view()).isEqualTo(new View(2, 0, 0));
    fx(robot, view::selectVisible);
    assertThat(view.selectionProperty().get()).isEqualTo(new Region(0, 0, 400, 300));
  }

  /**
   * What the labels below a difference draw right after a change, not only what they were told: the
   * drawn text follows at a layout, which nobody else asks for.
   */
  private List<String> scaleAfter(Runnable change) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          change.run();
          return view.lookupAll(".difference-legend .text").stream()
              .map(n -> ((Text) n).getText())
              .toList();
        });
  }

  @Test
  void theScaleOfADifferenceFollowsItsGainAndColours(FxRobot robot) {
    fx(robot, () -> view.modeProperty().set(CompareMode.DIFFERENCE));
    assertThat(scaleAfter(() -> {})).containsExactly("\u221264", "+64 / 255");
    assertThat(scaleAfter(() -> view.gainProperty().set(8)))
        .containsExactly("\u221232", "+32 / 255");
    assertThat(scaleAfter(() -> view.differenceMapProperty().set(DifferenceMap.ABSOLUTE)))
        .containsExactly("0", "32 / 255");
  }

  @Test
  void theSelectionAndTheTilesAreDrawnOverThePicture(FxRobot robot) {
    fx(robot, () -> view.modeProperty().set(CompareMode.SINGLE));
    expect(400, 300, BLUE);
    fx(
        robot,
        () -> {
          Size size = before.size();
          List<Region> tiles = List.of(new Region(0, 0, 400, 600), new Region(400, 0, 400, 600));
          view.tilePlanProperty().set(new TilePlan(size, tiles, 16));
        });
    assertThat(colourAt(400, 500)).isNotEqualTo(BLUE);
    assertThat(colourAt(300, 500)).isEqualTo(BLUE);
    fx(
        robot,
        () -> {
          view.tilePlanProperty().set(null);
          view.selectionProperty().set(new Region(100, 100, 200, 50));
        });
    assertThat(colourAt(400, 500)).isEqualTo(BLUE);
    assertThat(IntStream.range(100, 300).map(x -> colourAt(x, 100))).anyMatch(c -> c != BLUE);
  }

  @Test
  void largePixelsCarryTheirStoredValues(FxRobot robot) {
    fx(
        robot,
        () -> {
          view.modeProperty().set(CompareMode.SINGLE);
          view.viewport().zoomTo(64, 0, 0);
        });
    PixelGrid grid = ((Pane) view.lookup(".pane-1")).grid();
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> grid.values() != null));
    } catch (TimeoutException e) {
      throw new AssertionError("no values were read", e);
    }
    assertThat(grid.values().rgb()).startsWith(0, 0, 192, 0, 0, 192);
    assertThat(grid.values().region()).isEqualTo(new Region(0, 0, 13, 10));
    // A line between the pixels, and digits in the middle of one.
    expectOther(64, 20, BLUE);
    assertThat(IntStream.range(68, 124).map(x -> colourAt(x, 96))).anyMatch(c -> c != BLUE);
  }

  private void expectOther(int x, int y, int colour) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> colourAt(x, y) != colour);
    } catch (TimeoutException e) {
      throw new AssertionError("nothing was drawn at " + x + ", " + y, e);
    }
  }
}
