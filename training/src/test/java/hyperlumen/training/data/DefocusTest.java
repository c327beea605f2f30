package hyperlumen.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches as a lens out of focus gives them. */
class DefocusTest {

  private static final int SIDE = 48;

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 1.5, 2.5})
  void aPointBecomesAGaussianOfThatSigmaAndKeepsItsLight(double sigma) {
    float[] planes = new float[2 * SIDE * SIDE];
    planes[SIDE * SIDE + 24 * SIDE + 20] = 1;
    Defocus.blur(planes, SIDE, sigma);
    double sum = 0;
    double acrossX = 0;
    double acrossY = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      float value = planes[SIDE * SIDE + i];
      sum += value;
      acrossX += value * Math.pow(i % SIDE - 20, 2);
      acrossY += value * Math.pow(row - 24, 2);
      assertThat(planes[i]).isZero();
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    // Cut at three sigma.
    assertThat(Math.sqrt(acrossX)).isCloseTo(sigma, within(0.03 * sigma));
    assertThat(Math.sqrt(acrossY)).isCloseTo(Math.sqrt(acrossX), within(1e-4));
  }

  @Test
  void aFlatPatchStaysFlatUpToItsBorder() {
    float[] planes = new float[3 * SIDE * SIDE];
    Arrays.fill(planes, 0.25f);
    Defocus.blur(planes, SIDE, 2.5);
    for (float value : planes) {
      assertThat(value).isCloseTo(0.25f, within(1e-6f));
    }
  }

  @Test
  void aboutAThirdOfTheGroupsIsSoftened() {
    SplittableRandom random = new SplittableRandom(3);
    int soft = 0;
    for (int i = 0; i < 1000; i++) {
      float[] plane = new float[16];
      plane[5] = 1;
      Defocus.sometimes(random, plane, 4);
      soft += plane[5] < 1 ? 1 : 0;
    }
    assertThat(soft).isBetween(300, 400);
  }

  @Test
  void sensorsOfAllKindsHaveUpToThatMuchReadNoise() {
    SplittableRandom random = new SplittableRandom(4);
    int far = 0;
    for (int i = 0; i < 1000; i++) {
      var noise = CameraNoise.drawAny(random, 1e-5, 1.2e-2);
      assertThat(noise.shot()).isBetween(1e-5, 1.2e-2);
      assertThat(noise.read()).isBetween(0.0, 1.5e-3);
      far += noise.read() > 20 * CameraNoise.onLine(noise.shot()).read() ? 1 : 0;
    }
    assertThat(far).isBetween(50, 400);
  }
}
