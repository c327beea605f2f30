package hyperlumen.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Raster;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rendering pixel by pixel, with closed forms where there are some. */
class RenderingTest {

  /** A camera that sees linear sRGB, lit by D65, with red and blue gains 2.4 and 1.7. */
  private static final CameraColour SRGB_CAMERA =
      new CameraColour(
          List.of(
              new Calibration(
                  21,
                  Matrix3.diagonal(1 / 2.4, 1, 1 / 1.7)
                      .times(ColourSpace.SRGB.fromXyzD65())
                      .elements(),
                  Matrix3.IDENTITY.elements(),
                  Optional.empty())),
          new double[] {1, 1, 1},
          new double[] {1 / 2.4, 1, 1 / 1.7},
          0);

  private static final RenderingSettings LINEAR = RenderingSettings.DEFAULT.withLook(Look.LINEAR);

  @Test
  void anSrgbCameraComesOutAsItIs() {
    float[] pixel = render(LINEAR, 0.2f, 0.5f, 0.05f);
    assertThat(pixel[0]).isCloseTo(srgb(0.2), within(1e-4f));
    assertThat(pixel[1]).isCloseTo(srgb(0.5), within(1e-4f));
    assertThat(pixel[2]).isCloseTo(srgb(0.05), within(1e-4f));
  }

  @Test
  void exposureIsInStops() {
    float[] pixel = render(LINEAR.withExposure(1), 0.1f, 0.2f, 0.3f);
    assertThat(pixel[0]).isCloseTo(srgb(0.2), within(1e-4f));
    assertThat(pixel[2]).isCloseTo(srgb(0.6), within(1e-4f));
  }

  @Test
  void wideSpacesHoldTheSameColour() {
    float[] pixel = render(LINEAR.withColourSpace(ColourSpace.REC2020_LINEAR), 0.2f, 0.5f, 0.05f);
    double[] xyz = ColourSpace.REC2020_LINEAR.toXyzD65().times(pixel[0], pixel[1], pixel[2]);
    double[] expected = ColourSpace.SRGB.toXyzD65().times(0.2, 0.5, 0.05);
    assertThat(xyz).usingComparatorWithPrecision(1e-5).containsExactly(expected);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void greyStaysGreyAndOrderStaysOrder(Look look) {
    float before = -1;
    for (int k = 0; k <= 1000; k++) {
      float grey = 0.98f * k / 1000;
      float[] pixel = render(RenderingSettings.DEFAULT.withLook(look), grey, grey, grey);
      assertThat(pixel[0]).isCloseTo(pixel[1], within(2e-4f));
      assertThat(pixel[2]).isCloseTo(pixel[1], within(2e-4f));
      assertThat(pixel[1]).isGreaterThanOrEqualTo(before);
      before = pixel[1];
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void blackGreyAndWhiteAreWhereTheyBelong(Look look) {
    RenderingSettings settings = RenderingSettings.DEFAULT.withLook(look);
    assertThat(render(settings, 0, 0, 0)).containsExactly(0, 0, 0);
    assertThat(render(settings, 0.18f, 0.18f, 0.18f)[1]).isCloseTo(srgb(0.18), within(2e-4f));
    for (float channel : render(settings, 2.4f, 1, 1.7f)) {
      assertThat(channel).isCloseTo(1, within(1e-3f));
    }
  }

  /** Green saturates at 1, red at 2.4, blue at 1.7: a grey of 1.5 arrives as (1.5, 1, 1.5). */
  @Test
  void anOverexposedGreyIsNotPink() {
    for (float level = 0.5f; level < 4; level += 0.05f) {
      float[] pixel =
          render(
              LINEAR.withExposure(-2),
              Math.min(level, 2.4f),
              Math.min(level, 1f),
              Math.min(level, 1.7f));
      assertThat(pixel[0]).isCloseTo(pixel[1], within(0.02f));
      assertThat(pixel[2]).isCloseTo(pixel[1], within(0.02f));
    }
  }

  @Test
  void aColouredLightKeepsItsColourWhenItClips() {
    float[] red = render(LINEAR.withExposure(-2), 2.4f, 0.3f, 0.1f);
    assertThat(red[0]).isCloseTo(srgb(0.6), within(1e-3f));
    assertThat(red[1]).isCloseTo(srgb(0.075), within(1e-3f));
  }

  /** Out of gamut: same luminance, no channel below 0 or above 1. */
  @Test
  void coloursOutsideTheGamutKeepTheirLuminance() {
    float[][] rgb = {{-0.1f}, {0.5f}, {0.2f}};
    DisplayEncoding.of(ColourSpace.SRGB, Look.LINEAR, 1)
        .apply(rgb[0], rgb[1], rgb[2], new float[1], new float[1], 1);
    float[] pixel = new float[3];
    for (int c = 0; c < 3; c++) {
      pixel[c] = (float) ColourSpace.SRGB.decode(rgb[c][0]);
    }
    double[] w = ColourSpace.SRGB.luminanceWeights();
    assertThat(pixel[0]).isCloseTo(0, within(1e-4f));
    assertThat(w[0] * pixel[0] + w[1] * pixel[1] + w[2] * pixel[2])
        .isCloseTo(w[0] * -0.1 + w[1] * 0.5 + w[2] * 0.2, within(1e-4));
  }

  @Test
  void anyFiniteInputGivesADisplayValue() {
    Random random = new Random(1);
    Raster in = new Raster(3, 8, 100);
    for (int k = 0; k < in.samples().length; k++) {
      in.samples()[k] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-6, 6)));
    }
    for (Look look : Look.values()) {
      for (ColourSpace space : ColourSpace.values()) {
        Raster out = new Raster(3, 8, 100);
        Rendering.of(
                SRGB_CAMERA,
                RenderingSettings.DEFAULT.withLook(look).withColourSpace(space),
                SceneSamples.NONE)
            .apply(in, out);
        for (float value : out.samples()) {
          assertThat(value).isBetween(0f, 1f);
        }
      }
    }
  }

  @Test
  void renderingInPlaceIsTheSame() {
    Raster in =
        new Raster(3, 2, 2, new float[] {.1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f, 1, 1.1f, 0});
    Rendering rendering = Rendering.of(SRGB_CAMERA, RenderingSettings.DEFAULT, SceneSamples.NONE);
    Raster out = new Raster(3, 2, 2);
    rendering.apply(in, out);
    rendering.apply(in, in);
    assertThat(in.samples()).containsExactly(out.samples());
  }

  @Test
  void thePickedColourBecomesGrey() {
    RenderingSettings picked =
        LINEAR.withWhiteBalance(new WhiteBalanceSetting.Picked(0.3, 0.2, 0.1));
    float[] pixel = render(picked, 0.3f, 0.2f, 0.1f);
    assertThat(pixel[0]).isCloseTo(pixel[1], within(2e-4f));
    assertThat(pixel[2]).isCloseTo(pixel[1], within(2e-4f));
    assertThat(pixel[1]).isCloseTo(srgb(0.2), within(1e-3f));
  }

  @Test
  void aHigherTemperatureIsAWarmerPicture() {
    Temperature asShot = Rendering.of(SRGB_CAMERA, LINEAR, SceneSamples.NONE).whiteBalance();
    assertThat(asShot.kelvin()).isCloseTo(6504, within(15.0));
    float[] warmer =
        render(
            LINEAR.withWhiteBalance(
                new WhiteBalanceSetting.Light(new Temperature(9000, asShot.tint()))),
            0.2f,
            0.2f,
            0.2f);
    assertThat(warmer[0]).isGreaterThan(warmer[2] + 0.05f);
  }

  @Test
  void aHigherTintIsAPinkerPicture() {
    float[] pinker =
        render(
            LINEAR.withWhiteBalance(new WhiteBalanceSetting.Light(new Temperature(6504, 60))),
            0.2f,
            0.2f,
            0.2f);
    assertThat(pinker[1]).isLessThan(Math.min(pinker[0], pinker[2]) - 0.02f);
  }

  /** A grey world under a yellow light: automatic white balance takes the yellow out. */
  @Test
  void automaticWhiteBalanceNeutralisesAGreyWorld() {
    double[] neutral =
        new CameraProfile(SRGB_CAMERA).neutral(new Temperature(3500, 0).chromaticity());
    float[] rgb = new float[3 * 100];
    for (int k = 0; k < 100; k++) {
      for (int c = 0; c < 3; c++) {
        rgb[3 * k + c] = (float) (0.004 * (k + 1) * neutral[c] / SRGB_CAMERA.asShotNeutral()[c]);
      }
    }
    Rendering rendering =
        Rendering.of(
            SRGB_CAMERA, LINEAR.withWhiteBalance(WhiteBalanceSetting.AUTO), new SceneSamples(rgb));
    assertThat(rendering.whiteBalance().kelvin()).isCloseTo(3500, within(5.0));
    Raster raster = new Raster(3, 1, 1, new float[] {rgb[150], rgb[151], rgb[152]});
    rendering.apply(raster, raster);
    assertThat(raster.samples()[0]).isCloseTo(raster.samples()[1], within(1e-3f));
    assertThat(raster.samples()[2]).isCloseTo(raster.samples()[1], within(1e-3f));
  }

  @Test
  void automaticExposureLiftsADarkPhotoAndSparesItsHighlights() {
    float[] dark = new float[300];
    Arrays.fill(dark, 0.02f);
    SceneSamples samples = new SceneSamples(dark);
    assertThat(Rendering.of(SRGB_CAMERA, RenderingSettings.DEFAULT, samples).exposure())
        .isCloseTo(0.8 * Math.log(9) / Math.log(2), within(1e-3));
    assertThat(Rendering.of(SRGB_CAMERA, LINEAR, samples).exposure()).isZero();
    Arrays.fill(dark, 0, 30, 1f);
    assertThat(Rendering.of(SRGB_CAMERA, RenderingSettings.DEFAULT, samples).exposure())
        .isCloseTo(1, within(0.01));
  }

  @Test
  void tablesMeetTheirCurvesToOneTenThousandth() {
    for (double white : new double[] {1, 3, 16}) {
      for (Look look : List.of(Look.STANDARD, Look.NEUTRAL)) {
        ToneCurve curve = new ToneCurve(look.contrast(), white);
        float[] values = new float[100_000];
        for (int k = 0; k < values.length; k++) {
          values[k] = (float) scene(k, white);
        }
        new SampledCurve(white, curve::at).apply(values, values.length);
        new SampledCurve(1, ColourSpace.SRGB::encode).apply(values, values.length);
        double worst = 0;
        for (int k = 0; k < values.length; k++) {
          double exact = ColourSpace.SRGB.encode(curve.at(scene(k, white)));
          worst = Math.max(worst, Math.abs(values[k] - exact));
        }
        assertThat(worst).isLessThan(1e-4);
      }
    }
  }

  /** A hundred thousand places between 0 and white, dense near black. */
  private static double scene(int k, double white) {
    return white * Math.pow(k / 99_999.0, 3);
  }

  @Test
  void settingsAreReadFromText() {
    assertThat(WhiteBalanceSetting.parse("as-shot")).isEqualTo(WhiteBalanceSetting.AS_SHOT);
    assertThat(WhiteBalanceSetting.parse("auto")).isEqualTo(WhiteBalanceSetting.AUTO);
    assertThat(WhiteBalanceSetting.parse("5200"))
        .isEqualTo(new WhiteBalanceSetting.Light(new Temperature(5200, 0)));
    assertThat(WhiteBalanceSetting.parse("5200,-10"))
        .isEqualTo(new WhiteBalanceSetting.Light(new Temperature(5200, -10)));
    assertThatThrownBy(() -> WhiteBalanceSetting.parse("warm"))
        .hasMessageContaining("'warm' is not as-shot, auto, or kelvin and tint");
    assertThatThrownBy(() -> WhiteBalanceSetting.parse("500"))
        .hasMessageContaining("not between 1000 and 40000 K");
  }

  private static float[] render(RenderingSettings settings, float... rgb) {
    Raster raster = new Raster(3, 1, 1, rgb.clone());
    Rendering.of(SRGB_CAMERA, settings, SceneSamples.NONE).apply(raster, raster);
    return raster.samples();
  }

  private static float srgb(double linear) {
    return (float) ColourSpace.SRGB.encode(linear);
  }
}
