package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.develop.BrightnessBound;
import hyperlumen.model.ModelCard.Output;
import hyperlumen.network.SignalCode;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Levels;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Mosaic;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dark mosaics are brightened by a power of two before a network sees them, others are not. */
class RawScaleTest {

  private static final Size SIZE = new Size(40, 32);
  private static final int BLACK = 64;
  private static final int RANGE = 16_000;

  /** Red gain 2, blue gain 4: a grey of value v is v / 4 to the network. */
  private static RawPhoto grey(double value, Optional<NoiseProfile> noise) {
    short[] samples = new short[SIZE.width() * SIZE.height()];
    double[] gains = {2, 1, 4};
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        double gain = gains[Cfa.RGGB.colour(y, x)];
        samples[y * SIZE.width() + x] = (short) Math.round(BLACK + RANGE * value / gain);
      }
    }
    return photo(samples, noise);
  }

  private static RawPhoto photo(short[] samples, Optional<NoiseProfile> noise) {
    double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    return new RawPhoto(
        Path.of("dark.dng"),
        new Mosaic(SIZE, samples),
        Cfa.RGGB,
        Levels.of(BLACK, BLACK + RANGE),
        new CameraColour(
            List.of(new Calibration(21, identity, identity, Optional.empty())),
            new double[] {1, 1, 1},
            new double[] {0.5, 1, 0.25},
            0),
        noise,
        SIZE.region(),
        14,
        "uncompressed",
        new Metadata(List.of(), Optional.empty(), Optional.empty(), Orientation.NORMAL));
  }

  private static int brightening(RawPhoto raw) {
    return RawScale.of(raw, Output.CAMERA_RGB).brightening();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1",
    "1, 1",
    "0.46, 1",
    "0.44, 8",
    "0.23, 8",
    "0.2, 16",
    "0.08, 32",
    "0.001, 32",
    "0, 32"
  })
  void aPhotoThreeStopsUnderIsBroughtNearSaturation(double value, int expected) {
    assertThat(brightening(grey(value, Optional.of(new NoiseProfile(0, 0))))).isEqualTo(expected);
  }

  @Test
  void noNoiseIsMadeThatNetworksHaveNotLearnt() {
    assertThat(brightening(grey(0.08, Optional.of(new NoiseProfile(1.5e-3, 1e-9))))).isEqualTo(8);
    assertThat(brightening(grey(0.08, Optional.of(new NoiseProfile(1e-5, 4e-5))))).isEqualTo(4);
    assertThat(brightening(grey(0.08, Optional.of(new NoiseProfile(1e300, 1e300))))).isEqualTo(1);
  }

  @Test
  void aFinishedPictureHasToStayDark() {
    RawPhoto dark = grey(0.08, Optional.of(new NoiseProfile(0, 0)));
    assertThat(RawScale.of(dark, Output.DISPLAY_SRGB)).isEqualTo(new RawScale(4, 1));
  }

  @Test
  void theNetworkSeesTheBrightenedValuesAndTheirNoise() throws Exception {
    RawPhoto dark = grey(0.08, Optional.of(new NoiseProfile(1e-5, 1e-8)));
    RawScale scale = RawScale.of(dark, Output.CAMERA_RGB);
    float[] seen = new float[4 * 4];
    new RawInput(dark, SignalCode.LINEAR, scale).filler().fill(new Region(2, 2, 2, 2), seen);
    for (float value : seen) {
      assertThat(value).isCloseTo(0.08f / 4 * 32, within(0.005f));
      assertThat(value * scale.fromNetwork()).isCloseTo(0.08f, within(0.0006f));
    }
    NoiseProfile noise = scale.seen(new NoiseProfile(1e-5, 1e-8));
    assertThat(noise.shot()).isCloseTo(32e-5, within(1e-12));
    assertThat(noise.read()).isCloseTo(1024e-8, within(1e-12));
  }

  @Test
  void aHotPixelIsNotTheBrightestSampleButASmallLightIs() {
    short[] samples = new short[SIZE.width() * SIZE.height()];
    Arrays.fill(samples, (short) (BLACK + 160));
    int[] hot = {0, 1, SIZE.width() - 1, 9 * SIZE.width() + 7, samples.length - 1};
    for (int at : hot) {
      samples[at] = (short) (BLACK + RANGE);
      assertThat(bound(samples)).isEqualTo(0.05f);
      samples[at] = (short) (BLACK + 160);
    }
    // A red light: only samples of its own colour, two apart, see it.
    samples[10 * SIZE.width() + 8] = (short) (BLACK + 8000);
    samples[10 * SIZE.width() + 10] = (short) (BLACK + 8000);
    // Balanced 1 there.
    assertThat(bound(samples)).isEqualTo(1.6f);
  }

  private static float bound(short[] samples) {
    return BrightnessBound.of(photo(samples, Optional.empty()), 0.0125f, 100);
  }
}
