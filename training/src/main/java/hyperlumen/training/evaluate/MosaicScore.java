package hyperlumen.training.evaluate;

import hyperlumen.develop.Demosaicing;
import hyperlumen.metric.Psnr;
import hyperlumen.model.Model;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RawPhoto;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.FilterBank;
import hyperlumen.runtime.FilterPredictor;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NetworkInput;
import hyperlumen.runtime.NetworkInputs;
import hyperlumen.runtime.NetworkPicture;
import hyperlumen.runtime.PhotoNoise;
import hyperlumen.training.data.SimulatedRaw;
import java.io.IOException;

/**
 * PSNR in linear camera RGB (balanced as shot, clipped to [0, 1], peak 1) on a simulated mosaic.
 *
 * @param model of the network
 * @param bilinear of bilinear demosaicing
 */
public record MosaicScore(double model, double bilinear) {

  private static final long BUDGET = 1L << 30;

  /** Runs the model as the program does, without rendering. */
  public static MosaicScore of(SimulatedRaw raw, Model model, int threads) throws IOException {
    RawPhoto photo = raw.photo();
    NetworkInput input = NetworkInputs.ofRaw(photo, model);
    FilterBank bank =
        FilterPredictor.predict(
            model,
            FilterPredictor.windows(model, input, ReceptiveField.of(model.network()).alignment()),
            PhotoNoise.features(PhotoNoise.profile(photo)),
            threads);
    try (NetworkPicture network =
        new NetworkPicture(
            photo.file(),
            model,
            bank,
            input,
            MemoryBudget.plan(model, input.size(), 0, BUDGET, threads),
            false,
            threads,
            Progress.NONE)) {
      Raster result = network.read(photo.size().region());
      float[] values = result.samples();
      model.card().code().decode(values, 0, values.length);
      float scale = NetworkInputs.outputScale(photo);
      for (int i = 0; i < values.length; i++) {
        values[i] *= scale;
      }
      Raster plain = Demosaicing.BILINEAR.of(photo).read(photo.size().region());
      return new MosaicScore(
          Psnr.of(clipped(raw.truth()), clipped(result), 1),
          Psnr.of(clipped(raw.truth()), clipped(plain), 1));
    }
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
