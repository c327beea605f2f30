package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Size;
import java.util.Arrays;

/**
 * Multi-scale structural similarity: mean over channels of SSIM5^w5 * product over scales 1 to 4 of
 * CS^w, with a 2x2 average pool between the scales (an odd last row or column is dropped).
 *
 * <p>Weights 0.0448, 0.2856, 0.3001, 0.2363, 0.1333: Z. Wang, E. Simoncelli, A. Bovik, "Multi-scale
 * structural similarity for image quality assessment", Asilomar 2003. A negative term counts as 0.
 * The coarser scales are pooled again from the picture for every scale, so memory stays at a few
 * bands.
 */
public final class MsSsim {

  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

  /** Smallest side for which the window still fits at the fifth scale: 11 * 2^4. */
  private static final int MIN_SIDE = StructuralSimilarity.TAPS << (WEIGHTS.length - 1);

  private MsSsim() {}

  /** Whether the picture is large enough: at least 176 pixels each way. */
  public static boolean isDefinedFor(Size size) {
    return Math.min(size.width(), size.height()) >= MIN_SIDE;
  }

  /**
   * MS-SSIM of two pictures.
   *
   * @param peak the value of white, in the pictures' own unit
   * @throws IllegalArgumentException if size or channels differ, or a side is under 176 pixels
   */
  public static double of(RasterSource reference, RasterSource image, double peak)
      throws PhotoException {
    PicturePair pair = new PicturePair(reference, image);
    if (!isDefinedFor(pair.size())) {
      throw new IllegalArgumentException(
          "MS-SSIM needs at least " + MIN_SIDE + " pixels each way, not " + pair.size());
    }
    double[] product = new double[pair.channels()];
    Arrays.fill(product, 1);
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      StructuralSimilarity terms = StructuralSimilarity.of(pair, peak);
      boolean last = scale == WEIGHTS.length - 1;
      double[] values = last ? terms.ssim() : terms.contrastStructure();
      for (int c = 0; c < product.length; c++) {
        product[c] *= Math.pow(Math.max(values[c], 0), WEIGHTS[scale]);
      }
      if (!last) {
        pair = new PicturePair(new Halved(pair.reference()), new Halved(pair.image()));
      }
    }
    return Arrays.stream(product).average().orElseThrow();
  }

  /** MS-SSIM of two rasters. */
  public static double of(Raster reference, Raster image, double peak) {
    return InMemory.get(() -> of(RasterSource.of(reference), RasterSource.of(image), peak));
  }
}
