package hyperlumen.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.develop.Demosaicing;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Region;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.DngReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A photographed ColorChecker against its published colours: mean CIEDE2000 of the 24 patches,
 * linear look in sRGB, one exposure factor fitted.
 *
 * <p>The light on the chart was far warmer than the white balance the file carries: the greys
 * arrive as orange for every program. dcraw's numbers on the same rectangles, same fit: {@code
 * dcraw -w -o 1 -4} (as shot) 15.14; {@code dcraw -r 1.4870 1 2.2331 1 -o 1 -4} (white balance on
 * the patch "neutral 6.5") 4.80.
 */
class ColorCheckerTest {

  private static final double DCRAW_AS_SHOT = 15.14;
  private static final double DCRAW_PICKED = 4.80;

  /** Half the side of the square read in each patch, in pixels. */
  private static final int HALF = 18;

  /** Centres of the patches in the picture, row by row from dark skin to black. */
  private static final int[][] ROWS = {
    {712, 820, 927, 1035, 1144, 1251, 622},
    {708, 817, 925, 1034, 1144, 1253, 719},
    {704, 814, 924, 1034, 1144, 1254, 820},
    {700, 811, 922, 1033, 1144, 1255, 931},
  };

  private static final int NEUTRAL_6_5 = 20;

  /** X-Rite, "ColorChecker Classic, Lab D50, manufactured after November 2014". */
  private static final double[][] PUBLISHED = {
    {37.54, 14.37, 14.92}, {64.66, 19.27, 17.50}, {49.32, -3.82, -22.54},
    {43.46, -12.74, 22.72}, {54.94, 9.61, -24.79}, {70.48, -32.26, -0.37},
    {62.73, 35.83, 56.50}, {39.43, 10.75, -45.17}, {50.57, 48.64, 16.67},
    {30.10, 22.54, -20.87}, {71.77, -24.13, 58.19}, {71.51, 18.24, 67.37},
    {28.37, 15.42, -49.80}, {54.38, -39.72, 32.27}, {42.43, 51.05, 28.62},
    {81.80, 2.67, 80.41}, {50.63, 51.28, -14.12}, {49.57, -29.71, -28.32},
    {95.19, -1.03, 2.93}, {81.29, -0.57, 0.44}, {66.89, -0.75, -0.06},
    {50.76, -0.13, 0.14}, {35.63, -0.46, -0.48}, {20.64, 0.07, -0.46},
  };

  @Test
  void theFormulaGivesItsAuthorsNumbers() {
    assertThat(Ciede2000.of(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485)))
        .isCloseTo(2.0425, within(1e-4));
    assertThat(Ciede2000.of(lab(50, 2.5, 0), lab(73, 25, -18))).isCloseTo(27.1492, within(1e-4));
    assertThat(Ciede2000.of(lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387)))
        .isCloseTo(1.2644, within(1e-4));
    assertThat(Ciede2000.of(lab(22.7233, 20.0904, -46.6940), lab(23.0331, 14.9730, -42.5619)))
        .isCloseTo(2.0373, within(1e-4));
  }

  @Test
  void thePatchesHaveTheirColoursOnceTheirGreyIsWhite() throws Exception {
    RawPhoto chart = chart();
    float[][] patches = patches(chart);
    float[] grey = patches[NEUTRAL_6_5];
    double picked =
        meanDifference(chart, patches, new WhiteBalanceSetting.Picked(grey[0], grey[1], grey[2]));
    double asShot = meanDifference(chart, patches, WhiteBalanceSetting.AS_SHOT);
    System.out.printf(
        "ColorChecker, mean CIEDE2000: %.2f (dcraw %.2f); as shot %.2f (dcraw %.2f)%n",
        picked, DCRAW_PICKED, asShot, DCRAW_AS_SHOT);
    assertThat(picked).isLessThanOrEqualTo(5).isLessThanOrEqualTo(DCRAW_PICKED);
    assertThat(asShot).isCloseTo(DCRAW_AS_SHOT, within(0.5));
  }

  /**
   * How much of the difference as shot is the white balance's alone: a camera that sees the
   * published colours without any error, developed with that white.
   */
  @Test
  void aPerfectCameraWithTheWhiteOfThisFileWouldBeAsFarOff() throws Exception {
    RawPhoto chart = chart();
    float[] grey = patches(chart)[NEUTRAL_6_5];
    CameraProfile profile = new CameraProfile(chart.colour());
    double[] asShot = profile.asShotNeutral();
    double[] right = {asShot[0] * grey[0] / grey[1], 1, asShot[2] * grey[2] / grey[1]};
    Matrix3 fromXyz =
        profile
            .balancedToXyzD50(right)
            .times(Matrix3.diagonal(asShot[0] / right[0], 1, asShot[2] / right[2]))
            .inverse();
    float[][] perfect = new float[24][3];
    for (int k = 0; k < 24; k++) {
      double[] camera = fromXyz.times(xyz(PUBLISHED[k]));
      for (int c = 0; c < 3; c++) {
        perfect[k][c] = (float) (camera[c] / 4);
      }
    }

    double picked =
        meanDifference(chart, perfect, new WhiteBalanceSetting.Picked(grey[0], grey[1], grey[2]));
    double shot = meanDifference(chart, perfect, WhiteBalanceSetting.AS_SHOT);
    double auto =
        meanDifference(
            chart,
            patches(chart),
            WhiteBalanceSetting.AUTO,
            SceneSamples.of(Demosaicing.BILINEAR.of(chart)));
    System.out.printf(
        "A perfect camera: %.2f, as shot %.2f; this photo with automatic white balance %.2f%n",
        picked, shot, auto);
    // One published colour, cyan, is none of sRGB's.
    assertThat(picked).isLessThan(0.3);
    assertThat(shot).isGreaterThan(14);
  }

  /** CIE 15: Lab to XYZ, white D50. */
  private static double[] xyz(double[] lab) {
    double fy = (lab[0] + 16) / 116;
    double[] f = {fy + lab[1] / 500, fy, fy - lab[2] / 200};
    double[] white = Chromaticity.D50.xyz();
    double[] xyz = new double[3];
    for (int i = 0; i < 3; i++) {
      double cube = f[i] * f[i] * f[i];
      xyz[i] = white[i] * (cube > 216.0 / 24389 ? cube : (116 * f[i] - 16) * 27 / 24389);
    }
    return xyz;
  }

  private static RawPhoto chart() throws Exception {
    Path file =
        Path.of(System.getProperty("hyperlumen.root", ".."))
            .resolve("../shared/data/raw/canon_x4_uncompressed14_colorchart.dng");
    assumeTrue(Files.exists(file), "the shared photos are not here");
    return (RawPhoto) DngReader.read(file, Progress.NONE);
  }

  /** Mean camera RGB of each patch, as-shot white-balanced. */
  private static float[][] patches(RawPhoto chart) throws Exception {
    RasterSource picture = Demosaicing.BILINEAR.of(chart);
    float[][] means = new float[24][3];
    for (int k = 0; k < 24; k++) {
      int[] row = ROWS[k / 6];
      Raster patch = picture.read(new Region(row[k % 6] - HALF, row[6] - HALF, 2 * HALF, 2 * HALF));
      for (int c = 0; c < 3; c++) {
        double sum = 0;
        for (int i = 0; i < 4 * HALF * HALF; i++) {
          sum += patch.samples()[patch.plane(c) + i];
        }
        means[k][c] = (float) (sum / (4 * HALF * HALF));
      }
    }
    return means;
  }

  private static double meanDifference(
      RawPhoto chart, float[][] patches, WhiteBalanceSetting whiteBalance) {
    return meanDifference(chart, patches, whiteBalance, SceneSamples.NONE);
  }

  private static double meanDifference(
      RawPhoto chart, float[][] patches, WhiteBalanceSetting whiteBalance, SceneSamples samples) {
    RenderingSettings settings =
        new RenderingSettings(whiteBalance, 0, Look.LINEAR, ColourSpace.SRGB);
    Raster raster = new Raster(3, 1, 24);
    for (int k = 0; k < 24; k++) {
      for (int c = 0; c < 3; c++) {
        raster.set(c, 0, k, patches[k][c]);
      }
    }
    Rendering.of(chart.colour(), settings, samples).apply(raster, raster);
    Matrix3 toXyz = ColourSpace.SRGB.fromXyzD50().inverse();
    double best = Double.POSITIVE_INFINITY;
    for (double factor = 0.5; factor < 32; factor *= 1.005) {
      double sum = 0;
      for (int k = 0; k < 24; k++) {
        double[] rgb = new double[3];
        for (int c = 0; c < 3; c++) {
          rgb[c] = factor * ColourSpace.SRGB.decode(raster.get(c, 0, k));
        }
        sum += Ciede2000.of(Ciede2000.lab(toXyz.times(rgb)), PUBLISHED[k]);
      }
      best = Math.min(best, sum / 24);
    }
    return best;
  }

  private static double[] lab(double l, double a, double b) {
    return new double[] {l, a, b};
  }
}
