package hyperlumen.enhance;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.network.CostModel;
import hyperlumen.network.ReceptiveField;
import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.runtime.FilterBank;
import hyperlumen.runtime.FilterPredictor;
import hyperlumen.runtime.MachineSpeed;
import hyperlumen.runtime.NetworkInput;
import hyperlumen.runtime.NetworkInputs;
import hyperlumen.runtime.NetworkPicture;
import hyperlumen.runtime.PhotoNoise;
import hyperlumen.runtime.RawScale;
import hyperlumen.runtime.RuntimeFailure;
import hyperlumen.runtime.TilePlan;
import hyperlumen.write.LinearDng;
import java.util.Optional;

/**
 * One photo with its filters predicted, ready to be pulled: the enhanced picture, display-encoded
 * and upright, computed as it is read. Whoever opens it closes it. Not thread-safe, except that the
 * picture may be read by several threads.
 */
public final class Enhancement implements AutoCloseable {

  private final Model model;
  private final Photo photo;
  private final EnhanceOptions options;
  private final NetworkPicture network;
  private final Development development;
  private final RasterSource pulled;
  private final RasterSource picture;
  private final double predictSeconds;
  private final int windows;

  private Enhancement(
      Model model,
      Photo photo,
      EnhanceOptions options,
      NetworkPicture network,
      Development development,
      boolean byColumns,
      double predictSeconds,
      int windows) {
    this.model = model;
    this.photo = photo;
    this.options = options;
    this.network = network;
    this.development = development;
    pulled = RecentStrips.of(network, photo, byColumns);
    picture = development.picture(pulled, options.strength());
    this.predictSeconds = predictSeconds;
    this.windows = windows;
  }

  /**
   * Predicts the filters and opens the run; no tile is computed yet.
   *
   * @throws PhotoException if the model cannot do this photo or fails on it
   */
  public static Enhancement open(
      Photo photo, Model model, EnhanceOptions options, Progress progress)
      throws PhotoException, CancelledException {
    return open(photo, model, options, photo.metadata().orientation().transposes(), progress);
  }

  /**
   * The same, told how its picture will be pulled.
   *
   * @param byColumns whether in bands of columns of the stored picture, not of rows
   */
  static Enhancement open(
      Photo photo, Model model, EnhanceOptions options, boolean byColumns, Progress progress)
      throws PhotoException, CancelledException {
    checkFits(photo, model);
    progress.checkCancelled();
    long start = System.nanoTime();
    progress.advance(Progress.Stage.PREDICT, 0, 1);
    RasterSource plain = PlainPicture.stored(photo, options.rendering());
    Optional<RawScale> scale = scale(photo, model);
    NetworkInput input = input(photo, plain, model, scale);
    int alignment = ReceptiveField.of(model.network()).alignment();
    FilterPredictor.WindowSamples windows = FilterPredictor.windows(model, input, alignment);
    try {
      FilterBank bank =
          FilterPredictor.predict(
              model, windows, noise(photo, windows, model, scale, options), options.threads());
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.advance(Progress.Stage.PREDICT, 1, 1);
      progress.checkCancelled();
      Development development =
          Development.of(
              photo,
              model,
              plain,
              scale.map(RawScale::fromNetwork).orElse(1f),
              options.rendering());
      // Last of what can fail: nobody but this run closes it.
      NetworkPicture network =
          new NetworkPicture(
              photo.file(),
              model,
              bank,
              input,
              RunPlan.tiles(photo, model, options),
              byColumns,
              options.threads(),
              progress);
      return new Enhancement(
          model, photo, options, network, development, byColumns, seconds, windows.count());
    } catch (RuntimeFailure e) {
      throw new PhotoException(PhotoException.Kind.NETWORK_FAILED, photo.file(), e.getMessage(), e);
    }
  }

  private static void checkFits(Photo photo, Model model) throws PhotoException {
    if (model.card().task() == ModelCard.Task.ISP && !(photo instanceof RawPhoto)) {
      throw new PhotoException(
          PhotoException.Kind.UNSUPPORTED,
          photo.file(),
          "the model "
              + model.id()
              + " develops RAW mosaics, and this file holds none; choose a denoiser");
    }
  }

  /** Of a mosaic that goes into the network as it is. */
  private static Optional<RawScale> scale(Photo photo, Model model) {
    return photo instanceof RawPhoto raw && model.card().task() == ModelCard.Task.ISP
        ? Optional.of(RawScale.of(raw, model.card().output()))
        : Optional.empty();
  }

  private static NetworkInput input(
      Photo photo, RasterSource plain, Model model, Optional<RawScale> scale) {
    return photo instanceof RawPhoto raw && scale.isPresent()
        ? NetworkInputs.ofRaw(raw, model, scale.get())
        : NetworkInputs.ofRgb(plain, model);
  }

  private static float[] noise(
      Photo photo,
      FilterPredictor.WindowSamples windows,
      Model model,
      Optional<RawScale> scale,
      EnhanceOptions options) {
    if (model.network().noiseInputs() == 0) {
      return new float[0];
    }
    if (photo instanceof RawPhoto raw && scale.isPresent()) {
      NoiseProfile profile = scale.get().seen(PhotoNoise.profile(raw));
      return PhotoNoise.features(profile.scaled(options.noiseScale()));
    }
    return PhotoNoise.levels(windows, model.network().packing())
        .scaled(options.noiseScale())
        .features(model.network().noiseInputs());
  }

  /** The enhanced picture: display-encoded, upright, in the photo's own channels. */
  public RasterSource picture() {
    return picture;
  }

  /** What the network gives, before development: see {@link Development#picture}. */
  public NetworkPicture network() {
    return network;
  }

  /**
   * The enhanced camera RGB for a linear DNG; pulled from top to bottom, instead of the picture.
   *
   * @throws PhotoException if this photo and model give none
   */
  LinearDng linearDng() throws PhotoException {
    return development.linearDng(pulled, options.strength().luminance());
  }

  /** How the network's values become the picture; may outlive this run. */
  public Development development() {
    return development;
  }

  /** The tiles. */
  public TilePlan plan() {
    return network.plan();
  }

  /** Tiles finished so far. */
  public int tilesDone() {
    return network.tilesDone();
  }

  /** Refuses a result for which the network has not run on every tile. */
  void checkComplete() throws PhotoException {
    if (!network.isComplete()) {
      throw new PhotoException(
          PhotoException.Kind.NETWORK_FAILED,
          photo.file(),
          "the network has not run on all of its tiles, so nothing was written");
    }
  }

  /** Lets the next forecast know how long this run took. */
  void learnSpeed() throws PhotoException {
    try {
      MachineSpeed.learn(model, options.threads(), network.plan(), networkSeconds());
    } catch (RuntimeFailure e) {
      throw new PhotoException(PhotoException.Kind.NETWORK_FAILED, photo.file(), e.getMessage(), e);
    }
  }

  /** Seconds of prediction. */
  double predictSeconds() {
    return predictSeconds;
  }

  /** Seconds from the first tile to the last. */
  double networkSeconds() {
    return network.wallSeconds();
  }

  /** Seconds of rendering. */
  double renderSeconds() {
    return development.renderSeconds();
  }

  /**
   * What it has cost so far.
   *
   * @param readSeconds of reading the photo
   * @param writeSeconds of everything behind the rendering
   * @param totalSeconds wall time
   * @param predictedBytes what the forecast said
   */
  public CostReport cost(
      double readSeconds, double writeSeconds, double totalSeconds, long predictedBytes) {
    TilePlan plan = network.plan();
    CostModel cost = CostModel.of(model.network());
    Size size = photo.size();
    Size finished = photo.finishedSize();
    double predict = cost.predictFlop(windows, model.card().window());
    Size tile = plan.tile();
    return new CostReport(
        model.id(),
        model.sha256(),
        finished.width(),
        finished.height(),
        cost.usefulFlop(size.width(), size.height(), windows, model.card().window()),
        cost.forwardFlop(plan.executedPixels() + network.lookPixels()) + predict,
        new CostReport.Seconds(
            readSeconds,
            predictSeconds,
            networkSeconds() + network.lookSeconds(),
            renderSeconds(),
            writeSeconds,
            totalSeconds),
        new CostReport.Memory(
            hyperlumen.runtime.PeakMemory.bytes(), RunPlan.photoBytes(photo), predictedBytes),
        new CostReport.Tile(
            Math.max(tile.width(), tile.height()) * plan.factor(),
            plan.halo() * plan.factor(),
            plan.count()),
        options.threads());
  }

  @Override
  public void close() {
    network.close();
  }
}
