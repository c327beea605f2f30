package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;

/**
 * Peak signal-to-noise ratio: PSNR = 10 log10(peak^2 / MSE) in dB, the mean squared error taken
 * over all pixels and channels together.
 */
public final class Psnr {

  private Psnr() {}

  /**
   * PSNR of two pictures.
   *
   * @param peak the value of white, in the pictures' own unit
   * @return dB; positive infinity if they are equal
   * @throws IllegalArgumentException if size or channels differ
   */
  public static double of(RasterSource reference, RasterSource image, double peak)
      throws PhotoException {
    return fromMeanSquare(meanSquaredError(reference, image), peak);
  }

  /** PSNR of two rasters. */
  public static double of(Raster reference, Raster image, double peak) {
    return InMemory.get(() -> of(RasterSource.of(reference), RasterSource.of(image), peak));
  }

  /** Mean over all pixels and channels of (image - reference)^2. */
  public static double meanSquaredError(RasterSource reference, RasterSource image)
      throws PhotoException {
    double sum = 0;
    for (double band : new PicturePair(reference, image).mapBands(0, Psnr::sumOfSquares)) {
      sum += band;
    }
    return sum / ((double) reference.size().pixels() * reference.channels());
  }

  /** 10 log10(peak^2 / meanSquare), in dB. */
  static double fromMeanSquare(double meanSquare, double peak) {
    return meanSquare == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(peak * peak / meanSquare);
  }

  private static double sumOfSquares(Raster reference, Raster image) {
    float[] r = reference.samples();
    float[] i = image.samples();
    int length = reference.channels() * reference.height() * reference.width();
    // Four sums, because one alone would wait for each addition before the next.
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      double d0 = (double) i[k] - r[k];
      double d1 = (double) i[k + 1] - r[k + 1];
      double d2 = (double) i[k + 2] - r[k + 2];
      double d3 = (double) i[k + 3] - r[k + 3];
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
    }
    for (; k < length; k++) {
      double d = (double) i[k] - r[k];
      s0 += d * d;
    }
    return s0 + s1 + s2 + s3;
  }
}
