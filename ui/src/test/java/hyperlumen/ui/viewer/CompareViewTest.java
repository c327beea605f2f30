package hyperlumen.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.image.StoredPicture;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Orientation;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The viewer with a red picture before and a blue one after, 800 x 600 in a window of that size.
 */
final class CompareViewTest extends CompareRig {

  @Start
  void show(Stage stage) {
    open(stage);
  }

  @Test
  void theDividerShowsBeforeOnItsLeftAndAfterOnItsRight(FxRobot robot) {
    expect(200, 300, RED);
    expect(600, 300, BLUE);
    fx(robot, () -> view.dividerPositionProperty().set(0.2));
    expect(200, 300, BLUE);
    expect(100, 300, RED);
  }

  @Test
  void theDividerIsDraggedWithTheMouse(FxRobot robot) {
    robot.drag(at(400, 400));
    // The headless robot's drags carry no button, so the pointer must stay over the divider.
    for (int x = 405; x <= 440; x += 5) {
      robot.moveTo(at(x, 400), Motion.DIRECT);
      WaitForAsyncUtils.waitForFxEvents();
    }
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.dividerPositionProperty().get()).isEqualTo(0.55);
    expect(430, 300, RED);
  }

  @Test
  void aDoubleClickTurnsTheDivider(FxRobot robot) {
    robot.doubleClickOn(at(400, 400));
    assertThat(view.dividerOrientationProperty().get()).isEqualTo(Orientation.HORIZONTAL);
    expect(600, 100, RED);
    expect(200, 500, BLUE);
  }

  @Test
  void aHeldKeyShowsBeforeInEveryPane(FxRobot robot) {
    fx(robot, () -> view.modeProperty().set(CompareMode.SINGLE));
    expect(200, 300, BLUE);
    robot.press(KeyCode.B);
    expect(200, 300, RED);
    robot.release(KeyCode.B);
    expect(200, 300, BLUE);
  }

  @Test
  void sideBySideShowsThemInTwoPanesOfOneZoom(FxRobot robot) {
    fx(robot, () -> view.modeProperty().set(CompareMode.SIDE_BY_SIDE));
    expect(200, 300, RED);
    expect(600, 300, BLUE);
    assertThat(view.viewport().paneWidth()).isEqualTo(398);
  }

  @Test
  void theGridShowsUpToFourPictures(FxRobot robot) {
    StoredPicture green = plain(0xff00c000);
    fx(
        robot,
        () -> {
          view.setSlots(
              List.of(
                  slot("Before", Slot.Role.BEFORE, before),
                  slot("After", Slot.Role.RESULT, after),
                  slot("Other", Slot.Role.BASELINE, green)));
          view.modeProperty().set(CompareMode.GRID);
        });
    expect(200, 150, RED);
    expect(600, 150, BLUE);
    expect(200, 450, 0xff00c000);
  }

  @Test
  void theDifferenceKeepsItsSignAroundGrey(FxRobot robot) {
    fx(
        robot,
        () -> {
          view.gainProperty().set(0.5);
          view.modeProperty().set(CompareMode.DIFFERENCE);
        });
    // 127.5 -+ 0.5 * 0.5 * 192: red falls, blue rises, green has none.
    expect(400, 300, 0xff5080b0);
    fx(robot, () -> view.differenceMapProperty().set(DifferenceMap.ABSOLUTE));
    expect(400, 300, 0xff600060);
  }

  @Test
  void theWheelZoomsAboutThePointerAndADoubleClickGoesBackToFit(FxRobot robot) {
    robot.moveTo(at(200, 300)).scroll(1, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.viewport().view()).isEqualTo(new View(2, 100, 150));
    robot.doubleClickOn(at(200, 300));
    assertThat(view.viewport().view()).isEqualTo(new View(1, 0, 0));
  }

  @Test
  void draggingPansAndTheKeyboardDoesEverythingToo(FxRobot robot) {
    fx(robot, () -> view.viewport().zoomTo(2));
    robot.drag(at(200, 300)).dropBy(-50, 20);
    assertThat(view.viewport().view()).isEqualTo(new View(2, 225, 140));
    robot.type(KeyCode.RIGHT, KeyCode.UP);
    assertThat(view.viewport().view()).isEqualTo(new View(2, 265, 100));
    robot.type(KeyCode.PLUS);
    assertThat(view.viewport().view().zoom()).isEqualTo(4);
    robot.type(KeyCode.MINUS, KeyCode.MINUS, KeyCode.MINUS);
    assertThat(view.viewport().fittingProperty().get()).isTrue();
  }

  @Test
  void theValuesUnderThePointerAreTheStoredOnes(FxRobot robot) throws TimeoutException {
    robot.moveTo(at(250, 200));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> view.probeProperty().get() != null);
    PixelProbe probe = view.probeProperty().get();
    assertThat(probe.x()).isEqualTo(250);
    assertThat(probe.y()).isEqualTo(200);
    assertThat(probe.readings()).extracting(PixelProbe.Reading::title).contains("Before", "After");
    assertThat(probe.readings().getFirst().rgb()).contains(List.of(192, 0, 0));
    assertThat(probe.readings().getLast().rgb()).contains(List.of(0, 0, 192));
  }

  private static final int GREEN = 0xff00c000;

  private void offerReference(FxRobot robot) {
    fx(
        robot,
        () ->
            view.setSlots(
                List.of(
                    slot("Before", Slot.Role.BEFORE, before),
                    slot("After", Slot.Role.RESULT, after),
                    slot("Right", Slot.Role.REFERENCE, plain(GREEN)))));
  }

  @Test
  void anotherHeldKeyShowsTheReference(FxRobot robot) {
    robot.press(KeyCode.V);
    expect(600, 300, BLUE);
    robot.release(KeyCode.V);
    offerReference(robot);
    robot.press(KeyCode.V);
    expect(200, 300, GREEN);
    expect(600, 300, GREEN);
    robot.release(KeyCode.V);
    expect(600, 300, BLUE);
  }

  @Test
  void anyPictureCanBeChosenForAnyPane(FxRobot robot) {
    offerReference(robot);
    fx(robot, () -> view.chooseSlot(0, "Right"));
    expect(200, 300, GREEN);
    fx(robot, view::exchange);
    expect(200, 300, BLUE);
    expect(600, 300, GREEN);
    // A picture that is gone gives its pane back to the list's order.
    fx(
        robot,
        () ->
            view.setSlots(
                List.of(
                    slot("Before", Slot.Role.BEFORE, before),
                    slot("After", Slot.Role.RESULT, after))));
    expect(600, 300, BLUE);
  }

  @Test
  void spaceFlipsAndBlinkingFlipsByItself(FxRobot robot) {
    fx(robot, () -> view.modeProperty().set(CompareMode.SINGLE));
    expect(400, 300, BLUE);
    robot.type(KeyCode.SPACE);
    expect(400, 300, RED);
    robot.type(KeyCode.SPACE);
    fx(robot, () -> view.blinkSecondsProperty().set(0.4));
    fx(robot, () -> view.modeProperty().set(CompareMode.BLINK));
    expect(400, 300, RED);
    expect(400, 300, BLUE);
    expect(400, 300, RED);
    fx(robot, () -> view.blinkSecondsProperty().set(0.01));
    assertThat(view.blinkSecondsProperty().get()).isEqualTo(Blinker.SHORTEST);
  }

  @Test
  void panesThatAreApartMoveAlone(FxRobot robot) {
    fx(
        robot,
        () -> {
          view.modeProperty().set(CompareMode.SIDE_BY_SIDE);
          view.linkProperty().set(Link.APART);
        });
    robot.moveTo(at(600, 300)).scroll(1, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    double right = view.viewport().view().zoom();
    robot.moveTo(at(200, 300));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.viewport().fittingProperty().get()).isTrue();
    assertThat(right).isGreaterThan(view.viewport().view().zoom());
  }
}
