package hyperlumen.ui.service;

import hyperlumen.batch.JobSettings;
import hyperlumen.batch.ModelChoice;
import hyperlumen.batch.SavedResult;
import hyperlumen.enhance.CostReport;
import hyperlumen.enhance.Development;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.Model;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.RasterPicture;
import hyperlumen.ui.image.ScratchRaster;
import hyperlumen.ui.image.TilePlan;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A network's values of one photo, kept, and the picture developed from them. Thread-safe. */
final class LocalResult implements EnhancedPhoto {

  private final LocalPhoto photo;
  private final EnhanceRequest request;
  private volatile Development development;
  private final ScratchRaster values;
  private final RasterPicture picture;
  private final CostReport report;
  private final TilePlan tiles;
  private final Run run;
  private volatile Adjustments adjustments;

  /**
   * What a sidecar needs beside the cost.
   *
   * @param tile side of a tile as the runtime takes it, see Enhancer
   * @param predictedSeconds stated before the run
   */
  record Run(int tile, double predictedSeconds) {}

  LocalResult(
      LocalPhoto photo,
      EnhanceRequest request,
      Development development,
      ScratchRaster values,
      RasterPicture picture,
      CostReport report,
      TilePlan tiles,
      Run run) {
    this.photo = photo;
    this.request = request;
    this.development = development;
    this.values = values;
    this.picture = picture;
    this.report = report;
    this.tiles = tiles;
    this.run = run;
    adjustments = request.adjustments();
  }

  /** {@code base} with what this result was asked for. */
  EnhanceOptions options(EnhanceOptions base) {
    return adjustments.in(base);
  }

  Photo photo() {
    return photo.photo();
  }

  @Override
  public ModelFacts model() {
    return request.model();
  }

  @Override
  public PictureSource picture() {
    return picture;
  }

  @Override
  public boolean isRendered() {
    return development.isRendered();
  }

  @Override
  public synchronized void develop(Adjustments wanted) throws PhotoException {
    boolean same = wanted.strength().equals(adjustments.strength());
    if (isRendered() && !wanted.rendering().equals(adjustments.rendering())) {
      development = development.with(wanted.rendering()).orElse(development);
      same = false;
    }
    // What decides the network's result stays as it was when it ran.
    Adjustments ran = request.adjustments();
    adjustments = wanted.withNoise(ran.noise()).withCfa(ran.cfa());
    if (!same) {
      picture.replace(development.picture(values, wanted.strength()));
    }
  }

  /** Writes the picture at its present strength. */
  void write(Path target, OutputSpec spec, Progress progress)
      throws PhotoException, CancelledException {
    if (isSource(target)) {
      throw new PhotoException(
          PhotoException.Kind.EXISTS, target, "is the photo itself; choose another name");
    }
    Development now;
    Adjustments set;
    synchronized (this) {
      now = development;
      set = adjustments;
    }
    if (spec.format() == OutputFormat.DNG) {
      PhotoWriter.writeLinearDng(
          now.linearDng(values, set.strength().luminance()), target, spec, progress);
    } else {
      PhotoWriter.write(now.picture(values, set.strength()), target, spec, progress);
    }
  }

  /** Writes what a result was made with beside it. */
  void writeSidecar(
      Path target, OutputFormat format, Model by, EnhanceOptions machine, String software)
      throws PhotoException {
    EnhanceOptions options = options(machine).withTile(OptionalInt.of(run.tile()));
    JobSettings settings =
        JobSettings.of(ModelChoice.of(by), options).withFormat(Optional.of(format));
    new SavedResult(
            photo.photo().file(),
            photo.modified(),
            target,
            settings,
            by,
            report,
            run.predictedSeconds())
        .writeSidecar(software);
  }

  /** An original is never overwritten, whatever name it goes by. */
  private boolean isSource(Path target) {
    try {
      return Files.exists(target) && Files.isSameFile(target, photo.photo().file());
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public TilePlan tilePlan() {
    return tiles;
  }

  @Override
  public CostReadout cost() {
    Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
    seconds.put(Stage.READ, report.seconds().read());
    seconds.put(Stage.PREDICT, report.seconds().predict());
    seconds.put(Stage.NETWORK, report.seconds().network());
    return new CostReadout(
        new Size(report.width(), report.height()),
        report.usefulFlop(),
        report.executedFlop(),
        seconds,
        report.seconds().total(),
        report.memory().peakRss(),
        report.tile().size(),
        report.tile().halo(),
        report.tile().count(),
        report.threads(),
        report.modelSha256());
  }

  @Override
  public void close() {
    values.close();
  }
}
