package hyperlumen.training.evaluate;

import hyperlumen.develop.Demosaicing;
import hyperlumen.metric.Psnr;
import hyperlumen.model.Model;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.training.data.SimulatedRaw;
import java.io.IOException;

/**
 * PSNR in linear camera RGB (balanced as shot, clipped to [0, 1], peak 1) on a simulated mosaic.
 *
 * @param model of the network
 * @param bilinear of bilinear demosaicing
 */
public record MosaicScore(double model, double bilinear) {

  /** Runs the model as the program does, without rendering. */
  public static MosaicScore of(SimulatedRaw raw, Model model, int threads) throws IOException {
    RawPhoto photo = raw.photo();
    NetworkRun run = NetworkRun.of(model, photo, threads);
    Raster plain = Demosaicing.BILINEAR.of(photo).read(photo.size().region());
    return new MosaicScore(psnr(raw.truth(), run.picture(run.filters())), psnr(raw.truth(), plain));
  }

  /** PSNR of clipped values. */
  static double psnr(Raster truth, Raster picture) {
    return Psnr.of(clipped(truth), clipped(picture), 1);
  }

  /** Balanced highlights end at the white level of green, as in the forward process of training. */
  private static Raster clipped(Raster raster) {
    float[] values = raster.samples().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp(values[i], 0f, 1f);
    }
    return new Raster(raster.channels(), raster.height(), raster.width(), values);
  }
}
