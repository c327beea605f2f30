package hyperlumen.ui.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One goes back and forth in steps that a person would call steps. */
final class EditHistoryTest {

  private static final long SECOND = 1_000_000_000L;

  private final EditHistory<Integer> history = new EditHistory<>(0);

  @Test
  void goesBackAndForth() {
    history.edit("a", 1, 0);
    history.edit("b", 2, SECOND);
    history.undo();
    assertThat(history.present()).isEqualTo(1);
    history.undo();
    history.undo();
    assertThat(history.present()).isZero();
    assertThat(history.canUndo()).isFalse();
    history.redo();
    history.redo();
    history.redo();
    assertThat(history.present()).isEqualTo(2);
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void aDragIsOneStep() {
    for (int i = 1; i <= 50; i++) {
      history.edit("slider", i, i * SECOND / 30);
    }
    history.undo();
    assertThat(history.present()).isZero();
    history.redo();
    assertThat(history.present()).isEqualTo(50);
  }

  @Test
  void twoDecisionsAreTwoSteps() {
    history.edit("slider", 1, 0);
    history.edit("slider", 2, 2 * SECOND);
    history.undo();
    assertThat(history.present()).isEqualTo(1);
  }

  @Test
  void anEditAfterGoingBackIsAStepOfItsOwnAndEndsTheOtherWay() {
    history.edit("slider", 1, 0);
    history.undo();
    history.edit("slider", 5, 1);
    assertThat(history.canRedo()).isFalse();
    history.undo();
    assertThat(history.present()).isZero();
  }

  @Test
  void whatChangesNothingIsNoStep() {
    history.edit("a", 0, 0);
    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void keepsTheLastTwoHundred() {
    for (int i = 1; i <= 500; i++) {
      history.edit("a" + i, i, i * SECOND);
    }
    while (history.canUndo()) {
      history.undo();
    }
    assertThat(history.present()).isEqualTo(300);
  }
}
