package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;

/**
 * Statistics of d = image - reference over all pixels and channels, in the pictures' own unit.
 *
 * @param maxAbsolute largest |d|
 * @param mean mean of d: positive where the image is brighter
 * @param meanAbsolute mean of |d|
 */
public record Difference(double maxAbsolute, double mean, double meanAbsolute) {

  /**
   * The difference of two pictures.
   *
   * @throws IllegalArgumentException if size or channels differ
   */
  public static Difference of(RasterSource reference, RasterSource image) throws PhotoException {
    double max = 0;
    double sum = 0;
    double absolute = 0;
    for (Difference band : new PicturePair(reference, image).mapBands(0, Difference::sums)) {
      max = Math.max(max, band.maxAbsolute);
      sum += band.mean;
      absolute += band.meanAbsolute;
    }
    double count = (double) reference.size().pixels() * reference.channels();
    return new Difference(max, sum / count, absolute / count);
  }

  /** The difference of two rasters. */
  public static Difference of(Raster reference, Raster image) {
    return InMemory.get(() -> of(RasterSource.of(reference), RasterSource.of(image)));
  }

  /**
   * The signed difference map: into = image - reference, for a view of where they differ. All three
   * have the same shape.
   */
  public static void map(Raster reference, Raster image, Raster into) {
    float[] r = reference.samples();
    float[] i = image.samples();
    float[] d = into.samples();
    int length = reference.channels() * reference.height() * reference.width();
    for (int k = 0; k < length; k++) {
      d[k] = i[k] - r[k];
    }
  }

  /** Maximum and sums, not yet divided by the count. */
  private static Difference sums(Raster reference, Raster image) {
    float[] r = reference.samples();
    float[] i = image.samples();
    int length = reference.channels() * reference.height() * reference.width();
    double max = 0;
    double sum = 0;
    double absolute = 0;
    for (int k = 0; k < length; k++) {
      double d = (double) i[k] - r[k];
      max = Math.max(max, Math.abs(d));
      sum += d;
      absolute += Math.abs(d);
    }
    return new Difference(max, sum, absolute);
  }
}
