package hyperlumen.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Camera matrices, whites and temperatures against closed forms and published numbers. */
class CameraProfileTest {

  private static final double[] CANON = {
    0.6461, -0.1164, -0.0857, -0.3825, 1.1597, 0.2534, -0.0416, 0.154, 0.6039
  };
  private static final double[] OTHER = {
    1.0234, -0.2969, -0.2266, -0.5625, 1.6328, -0.0469, -0.0703, 0.2188, 0.6406
  };
  private static final double[] FORWARD = {0.5, 0.3, 0.16, 0.2, 0.75, 0.05, 0.0, 0.1, 0.72};
  private static final double[] ONE = {1, 1, 1};
  private static final double[] IDENTITY = Matrix3.IDENTITY.elements();

  /** B. Lindbloom's published Bradford matrix, D50 to D65. */
  @Test
  void bradfordAdaptationEqualsThePublishedMatrix() {
    double[] published = {
      0.9555766, -0.0230393, 0.0631636,
      -0.0282895, 1.0099416, 0.0210077,
      0.0122982, -0.0204830, 1.3299098
    };
    double[] adaptation = Chromaticity.D50.adaptationTo(Chromaticity.D65).elements();
    for (int k = 0; k < 9; k++) {
      assertThat(adaptation[k]).isCloseTo(published[k], within(5e-4));
    }
  }

  /** IEC 61966-2-1, to its four digits. */
  @Test
  void theSrgbMatrixIsThatOfTheStandard() {
    double[] standard = {0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505};
    for (int k = 0; k < 9; k++) {
      assertThat(ColourSpace.SRGB.toXyzD65().elements()[k]).isCloseTo(standard[k], within(6e-5));
    }
  }

  @Test
  void whiteIsOneInEveryColourSpace() {
    for (ColourSpace space : ColourSpace.values()) {
      for (double channel : space.fromXyzD50().times(Chromaticity.D50.xyz())) {
        assertThat(channel).isCloseTo(1, within(1e-12));
      }
      assertThat(space.decode(space.encode(0.4))).isCloseTo(0.4, within(1e-12));
      assertThat(ColourSpace.labelled(space.label())).contains(space);
    }
  }

  /** CIE's chromaticities of its illuminants A, D50, D65 and D75. */
  @ParameterizedTest
  @CsvSource({
    "0.44758, 0.40745, 2856, 0",
    "0.34567, 0.35850, 5003, 10",
    "0.31272, 0.32903, 6504, 10",
    "0.29902, 0.31485, 7504, 10"
  })
  void standardIlluminantsHaveTheirTemperature(double x, double y, double kelvin, double tint) {
    Temperature temperature = Temperature.of(new Chromaticity(x, y));
    assertThat(temperature.kelvin()).isCloseTo(kelvin, within(kelvin * 0.002));
    assertThat(temperature.tint()).isCloseTo(tint, within(2.0));
  }

  @ParameterizedTest
  @CsvSource({"2000, 0", "2856, -20", "5003, 15", "6504, 60", "12000, -100", "25000, 5"})
  void temperatureAndTintGoThereAndBack(double kelvin, double tint) {
    Temperature back = Temperature.of(new Temperature(kelvin, tint).chromaticity());
    assertThat(back.kelvin()).isCloseTo(kelvin, within(kelvin * 1e-4));
    assertThat(back.tint()).isCloseTo(tint, within(0.05));
  }

  /** Inverse of the matrix times the neutral, worked out with numpy. */
  @Test
  void theWhiteOfASingleMatrixIsItsInverseTimesTheNeutral() {
    Chromaticity white = profile(camera(21, CANON)).white(1, 2.477, 1.462);
    assertThat(white.x()).isCloseTo(0.3380608061204372, within(1e-9));
    assertThat(white.y()).isCloseTo(0.3685941092087917, within(1e-9));
  }

  @Test
  void neutralAndWhiteAreInverseWithTwoIlluminants() {
    CameraProfile profile = profile(camera(17, OTHER), camera(21, CANON));
    for (double kelvin = 2200; kelvin < 12_000; kelvin *= 1.3) {
      Chromaticity white = new Temperature(kelvin, 7).chromaticity();
      Chromaticity back = profile.white(profile.neutral(white));
      assertThat(back.x()).isCloseTo(white.x(), within(1e-5));
      assertThat(back.y()).isCloseTo(white.y(), within(1e-5));
    }
  }

  @Test
  void atItsOwnIlluminantACalibrationCountsAlone() {
    CameraProfile both = profile(camera(17, OTHER), camera(21, CANON));
    Chromaticity incandescent = new Temperature(2856, 0).chromaticity();
    Chromaticity daylight = new Temperature(6504, 0).chromaticity();
    assertThat(both.neutral(incandescent))
        .usingComparatorWithPrecision(1e-6)
        .containsExactly(profile(camera(17, OTHER)).neutral(incandescent));
    assertThat(both.neutral(daylight))
        .usingComparatorWithPrecision(1e-6)
        .containsExactly(profile(camera(21, CANON)).neutral(daylight));
  }

  /** Halfway in inverse temperature the matrices count half each. */
  @Test
  void betweenIlluminantsMatricesMixByInverseTemperature() {
    Chromaticity between = new Temperature(2 / (1 / 2856.0 + 1 / 6504.0), 0).chromaticity();
    double[] mean = new double[9];
    for (int k = 0; k < 9; k++) {
      mean[k] = (OTHER[k] + CANON[k]) / 2;
    }
    assertThat(profile(camera(17, OTHER), camera(21, CANON)).neutral(between))
        .usingComparatorWithPrecision(1e-5)
        .containsExactly(profile(camera(0, mean)).neutral(between));
  }

  @Test
  void balancedWhiteBecomesD50WhateverTheMatrices() {
    CameraColour[] cameras = {
      colour(camera(21, CANON)),
      colour(camera(17, OTHER), camera(21, CANON)),
      colour(
          new Calibration(
              21, CANON, new double[] {1.02, 0, 0, 0, 1, 0, 0, 0, 0.97}, Optional.of(FORWARD))),
      colour(),
      colour(camera(21, new double[9])),
    };
    for (CameraColour camera : cameras) {
      double[] white = new CameraProfile(camera).balancedToXyzD50(0.4, 1, 0.6).times(ONE);
      assertThat(white).usingComparatorWithPrecision(1e-9).containsExactly(d50());
    }
  }

  /** Forward matrix: XYZ = FM * diag(1 / neutral) * raw, so balanced camera RGB meets FM itself. */
  @Test
  void theForwardMatrixIsUsedAsItIs() {
    CameraProfile profile = profile(new Calibration(21, CANON, IDENTITY, Optional.of(FORWARD)));
    double[] xyz = profile.balancedToXyzD50(0.4, 1, 0.6).times(0, 1, 0);
    double[] d50 = d50();
    double[] rowSums = {0.96, 1.0, 0.82};
    double[] green = {0.3, 0.75, 0.1};
    for (int c = 0; c < 3; c++) {
      assertThat(xyz[c]).isCloseTo(green[c] * d50[c] / rowSums[c], within(1e-12));
    }
  }

  /** Raw values scaled by gains and a file that says so give the same colours. */
  @Test
  void analogBalanceIsTakenOut() {
    double[] gains = {2, 1, 1.5};
    CameraProfile plain = profile(camera(21, CANON));
    CameraProfile balanced =
        new CameraProfile(new CameraColour(List.of(camera(21, CANON)), gains, ONE, 0));
    assertThat(balanced.balancedToXyzD50(0.4 * 2, 1, 0.6 * 1.5).elements())
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(plain.balancedToXyzD50(0.4, 1, 0.6).elements());
  }

  private static double[] d50() {
    return Chromaticity.D50.xyz();
  }

  private static Calibration camera(int illuminant, double[] matrix) {
    return new Calibration(illuminant, matrix, IDENTITY, Optional.empty());
  }

  private static CameraColour colour(Calibration... calibrations) {
    return new CameraColour(List.of(calibrations), ONE, new double[] {0.4, 1, 0.6}, 0);
  }

  private static CameraProfile profile(Calibration... calibrations) {
    return new CameraProfile(colour(calibrations));
  }
}
