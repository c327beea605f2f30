package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import java.util.Arrays;

/**
 * The two terms of SSIM, averaged over a picture: luminance times contrast-structure, and
 * contrast-structure alone, per channel.
 *
 * <p>Gaussian window 11x11 of sigma 1.5, only where it lies wholly inside the picture; variances
 * are weighted by it without correction; C1 = (0.01 peak)^2, C2 = (0.03 peak)^2. Z. Wang, A. Bovik,
 * H. Sheikh, E. Simoncelli, "Image quality assessment: from error visibility to structural
 * similarity", IEEE TIP 13(4), 2004. Sums are in double precision, because variances are
 * differences of large numbers.
 *
 * @param ssim mean of (2 mx my + C1)(2 sxy + C2) / ((mx^2 + my^2 + C1)(sxx + syy + C2))
 * @param contrastStructure mean of (2 sxy + C2) / (sxx + syy + C2)
 */
record StructuralSimilarity(double[] ssim, double[] contrastStructure) {

  static final int TAPS = 11;
  private static final double SIGMA = 1.5;
  private static final double K1 = 0.01;
  private static final double K2 = 0.03;
  private static final double[] GAUSSIAN = gaussian();

  private static double[] gaussian() {
    double[] taps = new double[TAPS];
    double sum = 0;
    for (int k = 0; k < TAPS; k++) {
      double distance = k - (TAPS - 1) / 2;
      taps[k] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
      sum += taps[k];
    }
    for (int k = 0; k < TAPS; k++) {
      taps[k] /= sum;
    }
    return taps;
  }

  /** The terms of a pair at least 11 pixels wide and high. */
  static StructuralSimilarity of(PicturePair pair, double peak) throws PhotoException {
    int rows = pair.size().height() - TAPS + 1;
    int columns = pair.size().width() - TAPS + 1;
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "SSIM needs at least " + TAPS + "x" + TAPS + " pixels, not " + pair.size());
    }
    int channels = pair.channels();
    double[] ssim = new double[channels];
    double[] contrastStructure = new double[channels];
    for (StructuralSimilarity band :
        pair.mapBands(TAPS - 1, (reference, image) -> sums(reference, image, peak))) {
      for (int c = 0; c < channels; c++) {
        ssim[c] += band.ssim[c];
        contrastStructure[c] += band.contrastStructure[c];
      }
    }
    double count = (double) rows * columns;
    for (int c = 0; c < channels; c++) {
      ssim[c] /= count;
      contrastStructure[c] /= count;
    }
    return new StructuralSimilarity(ssim, contrastStructure);
  }

  /** Sums over one band, not yet divided by the count. */
  private static StructuralSimilarity sums(Raster reference, Raster image, double peak) {
    double c1 = K1 * peak * (K1 * peak);
    double c2 = K2 * peak * (K2 * peak);
    int width = reference.width();
    int columns = width - TAPS + 1;
    double[] vertical = new double[width];
    double[][] means = new double[5][columns];
    double[] ssim = new double[reference.channels()];
    double[] contrastStructure = new double[reference.channels()];
    for (int c = 0; c < reference.channels(); c++) {
      for (int y = 0; y + TAPS <= reference.height(); y++) {
        int start = reference.index(c, y, 0);
        float[] r = reference.samples();
        float[] i = image.samples();
        window(r, null, start, width, vertical, means[0]);
        window(i, null, start, width, vertical, means[1]);
        window(r, r, start, width, vertical, means[2]);
        window(i, i, start, width, vertical, means[3]);
        window(r, i, start, width, vertical, means[4]);
        for (int x = 0; x < columns; x++) {
          double mx = means[0][x];
          double my = means[1][x];
          double spread = means[2][x] - mx * mx + (means[3][x] - my * my) + c2;
          double structure = (2 * (means[4][x] - mx * my) + c2) / spread;
          contrastStructure[c] += structure;
          ssim[c] += (2 * mx * my + c1) / (mx * mx + my * my + c1) * structure;
        }
      }
    }
    return new StructuralSimilarity(ssim, contrastStructure);
  }

  /** One row of the Gaussian-weighted mean of a (or of a * b), window rows starting at start. */
  private static void window(
      float[] a, float[] b, int start, int width, double[] vertical, double[] mean) {
    for (int k = 0; k < TAPS; k++) {
      double weight = GAUSSIAN[k];
      int row = start + k * width;
      if (k == 0) {
        Arrays.fill(vertical, 0, width, 0);
      }
      if (b == null) {
        for (int x = 0; x < width; x++) {
          vertical[x] += weight * a[row + x];
        }
      } else {
        for (int x = 0; x < width; x++) {
          vertical[x] += weight * ((double) a[row + x] * b[row + x]);
        }
      }
    }
    Arrays.fill(mean, 0);
    for (int k = 0; k < TAPS; k++) {
      double weight = GAUSSIAN[k];
      for (int x = 0; x < mean.length; x++) {
        mean[x] += weight * vertical[x + k];
      }
    }
  }
}
