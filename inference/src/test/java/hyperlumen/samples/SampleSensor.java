package hyperlumen.samples;

import hyperlumen.colour.ColourSpace;
import hyperlumen.colour.Matrix3;
import hyperlumen.photo.CameraColour;
import hyperlumen.photo.CameraColour.Calibration;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Raster;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A camera's sensor: linear sRGB to camera RGB to a 12-bit RGGB mosaic with shot and read noise.
 *
 * @param noise variance of the normalised samples
 * @param seed of the noise; every row has its own generator, so rows may be made in any order
 */
record SampleSensor(NoiseProfile noise, long seed) {

  static final int BLACK = 256;
  static final int WHITE = 4095;
  static final Cfa CFA = Cfa.RGGB;

  /** The first matrix of Brooks et al., "Unprocessing images for learned raw denoising", 2019. */
  static final Matrix3 XYZ_TO_CAMERA =
      new Matrix3(
          new double[] {
            1.0234, -0.2969, -0.2266, -0.5625, 1.6328, -0.0469, -0.0703, 0.2188, 0.6406
          });

  /** D65 in raw camera RGB, green 1. */
  static double[] neutral() {
    double[] white = XYZ_TO_CAMERA.times(ColourSpace.SRGB.toXyzD65()).times(1, 1, 1);
    return new double[] {white[0] / white[1], 1, white[2] / white[1]};
  }

  /** What the file says about the camera's colours. */
  static CameraColour colour() {
    return new CameraColour(
        List.of(
            new Calibration(
                21, XYZ_TO_CAMERA.elements(), Matrix3.IDENTITY.elements(), Optional.empty())),
        new double[] {1, 1, 1},
        neutral(),
        0);
  }

  /** Linear sRGB to as-shot balanced camera RGB without noise, clipped where the sensor clips. */
  static void expose(Raster srgb, Raster camera) {
    double[] n = neutral();
    Matrix3 toCamera = XYZ_TO_CAMERA.times(ColourSpace.SRGB.toXyzD65());
    double green = toCamera.times(1, 1, 1)[1];
    Matrix3 balanced = Matrix3.diagonal(1 / n[0], 1, 1 / n[2]).times(toCamera).scaled(1 / green);
    for (int y = 0; y < srgb.height(); y++) {
      for (int x = 0; x < srgb.width(); x++) {
        double[] rgb = balanced.times(srgb.get(0, y, x), srgb.get(1, y, x), srgb.get(2, y, x));
        for (int c = 0; c < 3; c++) {
          camera.set(c, y, x, (float) Math.clamp(rgb[c], 0, 1 / n[c]));
        }
      }
    }
  }

  /**
   * Exposes one row.
   *
   * @param camera noiseless as-shot balanced camera RGB; repeated if the row is wider
   * @param rowInRaster which of its rows
   * @param row the same row in the picture: fixes filter colours and noise
   * @param samples receives 0 to 4095, over its whole length
   */
  void row(Raster camera, int rowInRaster, int row, int[] samples) {
    double[] n = neutral();
    Random random = new Random(seed * 1_000_003 + row);
    for (int x = 0; x < samples.length; x++) {
      int c = CFA.colour(row, x);
      double signal = camera.get(c, rowInRaster, x % camera.width()) * n[c];
      double deviation = Math.sqrt(noise.shot() * signal + noise.read());
      double value = signal + deviation * random.nextGaussian();
      samples[x] = (int) Math.clamp(Math.round(BLACK + value * (WHITE - BLACK)), 0L, WHITE);
    }
  }
}
