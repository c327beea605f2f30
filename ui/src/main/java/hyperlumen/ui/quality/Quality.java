package hyperlumen.ui.quality;

import hyperlumen.metric.MsSsim;
import hyperlumen.metric.Psnr;
import hyperlumen.metric.Ssim;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import java.util.OptionalDouble;

/**
 * How near a picture is to its reference, over sample values in [0, 1] as stored.
 *
 * @param psnr in dB; positive infinity if they are equal
 * @param ssim at most 1; empty where a side is under 11 pixels
 * @param msSsim at most 1; empty where a side is under 176 pixels
 */
public record Quality(double psnr, OptionalDouble ssim, OptionalDouble msSsim) {

  /** Measures {@code image}; both pictures have the same size and channels. */
  static Quality of(RasterSource reference, RasterSource image) throws PhotoException {
    double psnr = Psnr.of(reference, image, 1);
    return new Quality(
        psnr,
        Ssim.isDefinedFor(image.size())
            ? OptionalDouble.of(Ssim.of(reference, image, 1))
            : OptionalDouble.empty(),
        MsSsim.isDefinedFor(image.size())
            ? OptionalDouble.of(MsSsim.of(reference, image, 1))
            : OptionalDouble.empty());
  }
}
