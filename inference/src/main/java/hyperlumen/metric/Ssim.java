package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Size;
import java.util.Arrays;

/**
 * Structural similarity, 1 for equal pictures: mean over channels and over every place where the
 * 11x11 Gaussian window (sigma 1.5) lies inside the picture; K1 0.01, K2 0.03.
 */
public final class Ssim {

  private Ssim() {}

  /** Whether the picture is large enough: at least 11 pixels each way. */
  public static boolean isDefinedFor(Size size) {
    return Math.min(size.width(), size.height()) >= StructuralSimilarity.TAPS;
  }

  /**
   * SSIM of two pictures.
   *
   * @param peak the value of white, in the pictures' own unit
   * @throws IllegalArgumentException if size or channels differ, or they are smaller than 11x11
   */
  public static double of(RasterSource reference, RasterSource image, double peak)
      throws PhotoException {
    StructuralSimilarity terms = StructuralSimilarity.of(new PicturePair(reference, image), peak);
    return Arrays.stream(terms.ssim()).average().orElseThrow();
  }

  /** SSIM of two rasters. */
  public static double of(Raster reference, Raster image, double peak) {
    return InMemory.get(() -> of(RasterSource.of(reference), RasterSource.of(image), peak));
  }
}
