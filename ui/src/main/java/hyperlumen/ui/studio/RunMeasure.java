package hyperlumen.ui.studio;

/** How near a result is to the reference. */
public enum RunMeasure {
  /** In dB. */
  PSNR,
  /** At most 1. */
  SSIM,
  /** At most 1. */
  MS_SSIM;

  double of(RunRow row) {
    return row.quality(
        quality ->
            switch (this) {
              case PSNR -> quality.psnr();
              case SSIM -> quality.ssim().orElse(Double.NaN);
              case MS_SSIM -> quality.msSsim().orElse(Double.NaN);
            });
  }
}
