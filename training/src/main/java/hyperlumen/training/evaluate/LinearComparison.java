package hyperlumen.training.evaluate;

import hyperlumen.colour.ColourSpace;
import hyperlumen.metric.Psnr;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import java.util.Arrays;

/**
 * Compares linear developments of a RAW scene with the truth: 8 pixels of border cut, three channel
 * gains fitted on a noise-free development, scaled so that the truth's 99.9th percentile is 1.
 *
 * @param truth linear RGB
 * @param gains that take the developer's channels to the truth's
 */
record LinearComparison(Raster truth, double[] gains) {

  private static final int BORDER = 8;
  private static final double PERCENTILE = 0.999;

  /** Fits the gains by least squares: sum(truth * clean) / sum(clean^2) per channel. */
  static LinearComparison of(Raster truth, Raster clean) {
    Raster right = cut(truth);
    Raster own = cut(clean);
    int plane = right.height() * right.width();
    double[] gains = new double[3];
    for (int c = 0; c < 3; c++) {
      double product = 0;
      double square = 0;
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        product += (double) right.samples()[i] * own.samples()[i];
        square += (double) own.samples()[i] * own.samples()[i];
      }
      gains[c] = product / square;
    }
    return new LinearComparison(truth, gains);
  }

  /** The score of a development: linear PSNR unclipped, the others after the sRGB curve. */
  Score score(Raster development) {
    Raster right = cut(truth);
    Raster own = cut(development);
    int plane = right.height() * right.width();
    double white = percentile(right.samples());
    for (int c = 0; c < 3; c++) {
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        own.samples()[i] = (float) (own.samples()[i] * gains[c] / white);
        right.samples()[i] = (float) (right.samples()[i] / white);
      }
    }
    double linear = Psnr.of(right, own, 1);
    encode(right);
    encode(own);
    return Score.of(right, own).withLinear(linear);
  }

  private static void encode(Raster light) {
    float[] values = light.samples();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ColourSpace.SRGB.encode(Math.clamp(values[i], 0f, 1f));
    }
  }

  private static Raster cut(Raster picture) {
    Region inner =
        new Region(BORDER, BORDER, picture.width() - 2 * BORDER, picture.height() - 2 * BORDER);
    Raster cut = new Raster(3, inner.height(), inner.width());
    picture.copyRegion(inner, cut);
    return cut;
  }

  /** With linear interpolation between the two nearest values. */
  private static double percentile(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = PERCENTILE * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
