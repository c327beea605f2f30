package hyperlumen.batch;

import hyperlumen.develop.DisplayRgb;
import hyperlumen.metric.MsSsim;
import hyperlumen.metric.Psnr;
import hyperlumen.metric.Ssim;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How near a picture is to its reference, over sample values in [0, 1] as the files hold them.
 *
 * @param psnr in dB; null for identical pictures, whose PSNR is infinite
 * @param ssim at most 1; null where a side is too short for its window
 * @param msSsim at most 1; null where a side is too short for five scales
 * @param identical whether all samples are equal
 */
public record Metrics(Double psnr, Double ssim, Double msSsim, boolean identical) {

  /** Measures a file against another. */
  public static Metrics of(Path reference, Path image) throws PhotoException, CancelledException {
    DisplayRgb right = picture(reference);
    DisplayRgb measured = picture(image);
    if (!right.size().equals(measured.size())) {
      throw new PhotoException(
          Kind.UNSUPPORTED,
          image,
          "has " + measured.size() + " pixels, its reference has " + right.size());
    }
    double psnr = Psnr.of(right, measured, 1);
    return new Metrics(
        Double.isFinite(psnr) ? psnr : null,
        Ssim.isDefinedFor(right.size()) ? Ssim.of(right, measured, 1) : null,
        MsSsim.isDefinedFor(right.size()) ? MsSsim.of(right, measured, 1) : null,
        Double.isInfinite(psnr));
  }

  private static DisplayRgb picture(Path file) throws PhotoException, CancelledException {
    Photo photo = PhotoReader.read(file, Progress.NONE);
    if (photo instanceof RgbPhoto rgb) {
      return new DisplayRgb(rgb);
    }
    throw new PhotoException(
        Kind.UNSUPPORTED, file, "is sensor data; only finished pictures can be compared");
  }

  /** For people. */
  public String psnrText() {
    return identical ? "identical" : decibels(psnr);
  }

  /** For people. */
  public String ssimText() {
    return similarity(ssim);
  }

  /** For people. */
  public String msSsimText() {
    return similarity(msSsim);
  }

  /** Two decimals. */
  public static String decibels(double psnr) {
    return String.format(Locale.ROOT, "%.2f", psnr);
  }

  private static String similarity(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
