package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class RemainingTimeTest {

  private static final long SECOND = 1_000_000_000L;

  private final RemainingTime remaining = new RemainingTime();

  @Test
  void nothingIsKnownBeforeTheFirstTile() {
    remaining.start(0);
    assertThat(remaining.update(0, 100, 5 * SECOND)).isEmpty();
  }

  @Test
  void atASteadyPaceItIsTilesLeftTimesSecondsPerTile() {
    remaining.start(0);
    for (int done = 1; done <= 40; done++) {
      assertThat(remaining.update(done, 100, 2 * SECOND * done).orElseThrow())
          .isCloseTo(2.0 * (100 - done), Percentage.withPercentage(.001));
    }
  }

  @Test
  void itFollowsWhenTheMachineBecomesSlower() {
    remaining.start(0);
    long time = 0;
    double left = 0;
    for (int done = 1; done <= 100; done++) {
      time += done <= 50 ? SECOND : 3 * SECOND;
      left = remaining.update(done, 200, time).orElseThrow();
    }
    // The plain mean over everything would say 200 s.
    assertThat(left).isBetween(290.0, 300.0);
  }

  @Test
  void severalTilesAtOnceCountAsSuch() {
    remaining.start(0);
    remaining.update(10, 30, 10 * SECOND);
    assertThat(remaining.update(20, 30, 20 * SECOND).orElseThrow())
        .isCloseTo(10, Percentage.withPercentage(.001));
  }
}
