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
  void whiteNoiseFallsWithEveryHalvingAndInTheMeanOfTheChannels() {
    Random random = new Random(3);
    float[] rgb = new float[3 * SIDE * SIDE];
    double sigma = 0.05;
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) (0.5 + sigma * random.nextGaussian());
    }
    SrgbNoiseLevels.Meter meter = new SrgbNoiseLevels.Meter();
    meter.add(rgb, 0, SIDE, SIDE);
    SrgbNoiseLevels levels = meter.levels();
    assertThat(levels.full()).isCloseTo(sigma, within(0.03 * sigma));
    assertThat(levels.half()).isCloseTo(sigma / 2, within(0.03 * sigma));
    assertThat(levels.quarter()).isCloseTo(sigma / 4, within(0.04 * sigma));
    assertThat(levels.luminance()).isCloseTo(sigma / Math.sqrt(3), within(0.03 * sigma));
    assertThat(levels.luminanceHalf()).isCloseTo(sigma / 2 / Math.sqrt(3), within(0.03 * sigma));
    float[] told = levels.scaled(2).features(SrgbNoiseLevels.FEATURES);
    assertThat(told[0]).isCloseTo((float) (Math.log(0.1) / Math.log(2) / 4), within(0.02f));
    assertThat(told[1]).isCloseTo(1, within(0.03f));
    for (int i = 2; i < told.length; i++) {
      assertThat(told[i]).isCloseTo(0, within(0.1f));
    }
  }

  @Test
  void noiseSpreadOverNeighboursHasMoreLeftAtHalfSize() {
    Random random = new Random(4);
    float[] rgb = new float[3 * SIDE * SIDE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) (0.05 * random.nextGaussian());
    }
    for (int i = rgb.length - 1; i > SIDE; i--) {
      rgb[i] = 0.5f + (rgb[i] + rgb[i - 1] + rgb[i - SIDE] + rgb[i - SIDE - 1]) / 4;
    }
    SrgbNoiseLevels.Meter meter = new SrgbNoiseLevels.Meter();
    meter.add(rgb, 0, SIDE, SIDE);
    // A mean of 2x2 leaves 1/2 of the deviation, two pixels apart without correlation. At half size
    // the taps are (1 2 1) / 4 along each axis: 3/8, neighbours correlated by 1/6, so that the
    // kernel's response falls by (6 - 8/6) / 6 along each axis: 3/8 * 7/9 against 1/2.
    assertThat(meter.levels().half() / meter.levels().full()).isCloseTo(7.0 / 12, within(0.04));
  }

  @ParameterizedTest
  @CsvSource({
    "0.010,0.005,1",
    "0.0112,0.012,1",
    "0.0125,0.012,1.4",
    "0.0135,0.012,1.8",
    "0.018,0.018,1.8",
    // Cut off at white.
    "0.0152,0.0057,1"
  })
  void processedNoiseIsToldToBeStrongerThanItsQuietestPlaces(
      double half, double quarter, double factor) {
    SrgbNoiseLevels levels = new SrgbNoiseLevels(0.02, half, quarter, 0.012, 0.01);
    SrgbNoiseLevels told = levels.compensated();
    assertThat(told.full()).isCloseTo(0.02 * factor, within(1e-9));
    assertThat(told.half()).isCloseTo(half * factor, within(1e-9));
    assertThat(told.quarter()).isCloseTo(quarter * factor, within(1e-9));
    assertThat(told.luminance()).isCloseTo(0.012 * factor, within(1e-9));
    assertThat(told.luminanceHalf()).isCloseTo(0.01 * factor, within(1e-9));
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

  /** Three quarters of the photo are texture of all strengths, the quiet places 32 samples wide. */
  @Test
  void isNotDeceivedByAPhotoThatIsMostlyTexture() {
    double shot = 4e-4;
    double read = 4e-6;
    Random random = new Random(3);
    RawNoise noise = new RawNoise();
    for (int window = 0; window < 16; window++) {
      double light = 0.02 + 0.3 * (window + 1) / 16;
      double[] strength = random.doubles(8 * 8, -7, 0).map(Math::exp).toArray();
      float[] plane = new float[SIDE * SIDE];
      for (int i = 0; i < plane.length; i++) {
        int x = i % SIDE;
        int y = i / SIDE;
        boolean quiet = (x / 32 + y / 32) % 4 == 0;
        double amplitude = quiet ? 0 : light * strength[y / 16 % 8 * 8 + x / 16 % 8];
        double value = light + amplitude * Math.sin(x * (0.3 + 0.1 * window) + y * 1.9);
        plane[i] = (float) (value + Math.sqrt(shot * value + read) * random.nextGaussian());
      }
      noise.add(plane, 0, SIDE, SIDE);
    }
    NoiseProfile fit = noise.fit();
    double grey = 0.18;
    double truth = shot * grey + read;
    assertThat(fit.shot() * grey + fit.read()).isCloseTo(truth, within(0.2 * truth));
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(new RawNoise().fit()).isEqualTo(new NoiseProfile(0, 0));
    assertThat(new SrgbNoise().sigma()).isZero();
  }
}
