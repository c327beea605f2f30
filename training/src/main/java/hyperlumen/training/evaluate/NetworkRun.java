package hyperlumen.training.evaluate;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.FilterBank;
import hyperlumen.runtime.FilterPredictor;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.NetworkInput;
import hyperlumen.runtime.NetworkInputs;
import hyperlumen.runtime.NetworkPicture;
import hyperlumen.runtime.PhotoNoise;
import hyperlumen.runtime.RawScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model on one photo with the filters apart, so that a photo can be given another one's.
 *
 * @param model the model
 * @param input what its network sees
 * @param raw the mosaic, where it is one
 * @param scale of the mosaic
 * @param threads of the runtime
 */
record NetworkRun(
    Model model,
    NetworkInput input,
    Optional<RawPhoto> raw,
    Optional<RawScale> scale,
    int threads) {

  private static final long BUDGET = 1L << 30;

  /** A run on a finished picture. */
  static NetworkRun of(Model model, Raster picture, int threads) {
    return new NetworkRun(
        model,
        NetworkInputs.ofRgb(RasterSource.of(picture), model),
        Optional.empty(),
        Optional.empty(),
        threads);
  }

  /** A run on a mosaic. */
  static NetworkRun of(Model model, RawPhoto raw, int threads) {
    RawScale scale = RawScale.of(raw, model.card().output());
    return new NetworkRun(
        model,
        NetworkInputs.ofRaw(raw, model, scale),
        Optional.of(raw),
        Optional.of(scale),
        threads);
  }

  /** The filters the program would predict for this photo. */
  FilterBank filters() throws IOException {
    FilterPredictor.WindowSamples windows =
        FilterPredictor.windows(model, input, ReceptiveField.of(model.network()).alignment());
    float[] noise =
        raw.isPresent() && scale.isPresent()
            ? PhotoNoise.features(scale.get().seen(PhotoNoise.profile(raw.get())))
            : PhotoNoise.levels(windows, model.network().packing())
                .features(model.network().noiseInputs());
    return FilterPredictor.predict(model, windows, noise, threads);
  }

  /** The picture with these filters: linear camera RGB of a mosaic, else as the input is coded. */
  Raster picture(FilterBank filters) throws IOException {
    try (NetworkPicture network =
        new NetworkPicture(
            Path.of(model.id()),
            model,
            filters,
            input,
            MemoryBudget.plan(model, input.size(), 0, BUDGET, threads),
            false,
            threads,
            Progress.NONE)) {
      Raster result = network.read(network.size().region());
      if (scale.isPresent() && model.card().output() == ModelCard.Output.CAMERA_RGB) {
        float[] values = result.samples();
        model.card().code().decode(values, 0, values.length);
        float factor = scale.get().fromNetwork();
        for (int i = 0; i < values.length; i++) {
          values[i] *= factor;
        }
      }
      return result;
    }
  }
}
