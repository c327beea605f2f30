package hyperlumen.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The oracle is numpy 1.24: {@code numpy.random.RandomState(seed).randn(1000)}. */
class NumpyRandomTest {

  @Test
  void firstNumbersOfSeedZeroAreNumpys() {
    NumpyRandom random = new NumpyRandom(0);
    double[] expected = {
      1.764052345967664,
      0.4001572083672233,
      0.9787379841057392,
      2.240893199201458,
      1.8675579901499675
    };
    for (double value : expected) {
      assertThat(random.nextGaussian()).isCloseTo(value, within(1e-15));
    }
  }

  @Test
  void numbersBehindTheFirstRefillAreNumpys() {
    NumpyRandom random = new NumpyRandom(SEED);
    double last = 0;
    for (int i = 0; i < 1000; i++) {
      last = random.nextGaussian();
    }
    assertThat(last).isCloseTo(THOUSANDTH, within(1e-14));
  }

  private static final int SEED = 12345;
  private static final double THOUSANDTH = 1.3738904696665981;
}
