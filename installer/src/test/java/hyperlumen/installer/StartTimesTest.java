package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The middle of a few measurements. */
class StartTimesTest {

  @Test
  void oneSlowStartDoesNotMoveTheMedian() {
    assertThat(StartTimes.median(3, 100, 1, 2, 2)).isEqualTo(2);
  }

  @Test
  void ofAnEvenNumberItIsTheMeanOfTheMiddleTwo() {
    assertThat(StartTimes.median(1, 4, 2, 100)).isEqualTo(3);
  }
}
