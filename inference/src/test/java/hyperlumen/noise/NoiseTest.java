package hyperlumen.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.NoiseProfile;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimators find the noise that was put in. */
class NoiseTest {

  private static final int SIDE = 256;

  @ParameterizedTest
  @ValueSource(doubles = {2, 10, 25, 50})
  void findsWhiteNoiseOnAGradient(double sigma255) {
    Random random = new Random(1);
    float[] plane = new float[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      double gradient = 0.2 + 0.5 * (i % SIDE + i / SIDE) / (2.0 * SIDE);
      plane[i] = (float) (gradient + sigma255 / 255 * random.nextGaussian());
    }
    SrgbNoise noise = new SrgbNoise();
    noise.add(plane, 0, SIDE, SIDE, 2);
    assertThat(noise.sigma() * 255).isCloseTo(sigma255, within(0.03 * sigma255));
  }

  @Test
  void findsNoneInACleanGradient() {
    float[] plane = new float[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % SIDE / 512f;
    }
    SrgbNoise noise = new SrgbNoise();
    noise.add(plane, 0, SIDE, SIDE, 1);
    assertThat(noise.sigma()).isLessThan(1e-4);
  }

  @ParameterizedTest
  @CsvSource({"1e-4,1e-6", "1e-3,4e-5", "6e-3,1e-4"})
  void fitsShotAndReadNoise(double shot, double read) {
    Random random = new Random(2);
    RawNoise noise = new RawNoise();
    for (int window = 0; window < 8; window++) {
      float[] plane = new float[SIDE * SIDE];
      for (int i = 0; i < plane.length; i++) {
        double light = 0.01 + 0.8 * (i % SIDE) / SIDE * (window + 1) / 8;
        plane[i] = (float) (light + Math.sqrt(shot * light + read) * random.nextGaussian());
      }
      noise.add(plane, 0, SIDE, SIDE);
    }
    NoiseProfile fit = noise.fit();
    assertThat(fit.shot()).isCloseTo(shot, within(0.1 * shot));
    assertThat(fit.read()).isCloseTo(read, within(0.5 * read));
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(new RawNoise().fit()).isEqualTo(new NoiseProfile(0, 0));
    assertThat(new SrgbNoise().sigma()).isZero();
  }
}
