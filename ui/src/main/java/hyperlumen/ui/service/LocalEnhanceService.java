package hyperlumen.ui.service;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancement;
import hyperlumen.enhance.Enhancer;
import hyperlumen.enhance.Forecast;
import hyperlumen.enhance.PlainPicture;
import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.EmbeddedPreview;
import hyperlumen.read.PhotoReader;
import hyperlumen.runtime.JavaHeap;
import hyperlumen.runtime.MachinePeak;
import hyperlumen.runtime.PeakMemory;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.RasterPicture;
import hyperlumen.ui.image.ScratchRaster;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The service over this program's own readers, models and runtime. Thread-safe; the network runs on
 * the processors of this machine.
 */
public final class LocalEnhanceService implements EnhanceService {

  private static final System.Logger LOG = System.getLogger(LocalEnhanceService.class.getName());

  /**
   * What an open window takes beside the run: JavaFX, the viewer's tiles and the heap they fill.
   * With the result's values, 12 bytes a pixel, this is within 5 % of what was measured at 2, 12.6
   * and 24 megapixels (docs/performance.md).
   */
  static final long WINDOW_BYTES = 275_000_000;

  private final ModelStore store;
  private final Path scratch;
  private final String software;
  private volatile EnhanceOptions options;
  private volatile boolean sidecars;
  private final ThumbnailCache thumbnails;

  /**
   * The service with the models of {@code store}.
   *
   * @param scratch folder for a result's values while its photo is open
   * @param options memory, threads and rendering; strength and noise come from the window
   * @param software name and version of the program, as results state them
   */
  public LocalEnhanceService(
      ModelStore store, Path scratch, EnhanceOptions options, String software) {
    this.software = software;
    this.store = store;
    this.scratch = scratch;
    this.options = options;
    thumbnails = new ThumbnailCache(scratch.resolveSibling("thumbnails"));
  }

  @Override
  public void setSidecars(boolean wanted) {
    sidecars = wanted;
  }

  @Override
  public void setMemory(long bytes) {
    options = options.withMemoryBytes(bytes);
  }

  @Override
  public List<ModelFacts> models() {
    Set<String> ids = new LinkedHashSet<>();
    for (ModelCard.Task task : ModelCard.Task.values()) {
      store.defaultFor(task).ifPresent(ids::add);
    }
    ids.addAll(store.ids());
    List<ModelFacts> models = new ArrayList<>();
    for (String id : ids) {
      try {
        models.add(ModelFacts.of(store, store.get(id)));
      } catch (IOException e) {
        LOG.log(Level.WARNING, e.getMessage(), e);
      }
    }
    return models;
  }

  private Model model(ModelFacts facts, Path file) throws PhotoException {
    try {
      return store.get(facts.id());
    } catch (IOException e) {
      throw new PhotoException(PhotoException.Kind.NETWORK_FAILED, file, e.getMessage(), e);
    }
  }

  @Override
  public OpenPhoto open(Path file, Progress progress) throws PhotoException, CancelledException {
    JavaHeap.tidy(); // The photo before may be out of reach by now.
    long start = System.nanoTime();
    Photo photo = PhotoReader.read(file, progress);
    double seconds = (System.nanoTime() - start) / 1e9;
    RenderingSettings rendering = options.rendering();
    return new LocalPhoto(
        photo,
        seconds,
        RasterPicture.of(PlainPicture.of(photo, rendering), LocalPhoto.bits(photo)));
  }

  @Override
  public Thumbnail thumbnail(Path file, int side) throws PhotoException {
    Optional<Thumbnail> known = thumbnails.find(file, side);
    if (known.isPresent()) {
      return known.get();
    }
    Thumbnail made = make(file, side);
    thumbnails.keep(file, side, made);
    return made;
  }

  private Thumbnail make(Path file, int side) throws PhotoException {
    Optional<EmbeddedPreview> preview = EmbeddedPreview.of(file, side);
    if (preview.isPresent()) {
      return Thumbnails.of(preview.get(), side);
    }
    try {
      Photo photo = PhotoReader.read(file, Progress.NONE);
      return Thumbnails.of(PlainPicture.of(photo, options.rendering()), side);
    } catch (CancelledException e) {
      throw new IllegalStateException("nobody can cancel this", e);
    }
  }

  private static LocalPhoto local(OpenPhoto photo) {
    if (photo instanceof LocalPhoto own) {
      return own;
    }
    throw new IllegalArgumentException("a photo of another service");
  }

  @Override
  public CostForecast forecast(OpenPhoto photo, ModelFacts facts) throws PhotoException {
    LocalPhoto own = local(photo);
    Forecast forecast = Enhancer.forecast(own.photo(), model(facts, own.photo().file()), options);
    Size tile = forecast.plan().tile();
    return new CostForecast(
        forecast.seconds(),
        bytes(own.photo(), forecast),
        forecast.usefulFlop(),
        Math.max(tile.width(), tile.height()) * forecast.plan().factor());
  }

  @Override
  public EnhancedPhoto enhance(
      OpenPhoto open, EnhanceRequest request, Consumer<PictureSource> started, Progress progress)
      throws PhotoException, CancelledException {
    LocalPhoto own = local(open);
    Photo photo = request.adjustments().seen(own.photo());
    Model model = model(request.model(), photo.file());
    EnhanceOptions wanted = request.adjustments().in(options);
    PeakMemory.reset();
    Forecast forecast = Enhancer.forecast(photo, model, wanted);
    long start = System.nanoTime();
    try (Enhancement run = Enhancement.open(photo, model, wanted, progress)) {
      ScratchRaster values = scratch(photo, run.network().size());
      boolean finished = false;
      try {
        RasterPicture picture =
            RasterPicture.growing(
                run.development().picture(values, request.adjustments().strength()),
                LocalPhoto.bits(photo));
        // The window shows it a little later, in the place of the photo.
        picture.look(own.before().lookedAt());
        started.accept(picture);
        pull(run, photo, values, picture, progress);
        double total = own.readSeconds() + (System.nanoTime() - start) / 1e9;
        LocalResult result =
            new LocalResult(
                own,
                request,
                run.development(),
                values,
                picture,
                run.cost(own.readSeconds(), 0, total, bytes(photo, forecast)),
                UprightTiles.of(
                    run.plan(),
                    values.size(),
                    photo.finishedSize(),
                    photo.metadata().orientation()),
                new LocalResult.Run(Enhancer.tile(photo, model, wanted), forecast.seconds()));
        finished = true;
        return result;
      } finally {
        if (!finished) {
          values.close();
        }
      }
    }
  }

  /** Peak memory of a run in the window: its values stay, for changes that do not run it again. */
  private static long bytes(Photo photo, Forecast forecast) {
    return forecast.memoryBytes() + WINDOW_BYTES + 3L * Float.BYTES * photo.size().pixels();
  }

  private ScratchRaster scratch(Photo photo, Size size) throws PhotoException {
    try {
      return ScratchRaster.create(3, size, scratch);
    } catch (IOException e) {
      throw new PhotoException(
          PhotoException.Kind.IO, photo.file(), "no room for its result in " + scratch, e);
    }
  }

  /** Runs what is looked at first; every tile shows when it is done. */
  private static void pull(
      Enhancement run, Photo photo, ScratchRaster values, RasterPicture picture, Progress progress)
      throws PhotoException, CancelledException {
    Size size = values.size();
    Size finished = photo.finishedSize();
    Orientation orientation = photo.metadata().orientation();
    // Where the picture is bent or stretched, a pixel is made of others that may come later.
    boolean tileByTile = photo.lensWarp().isEmpty() && finished.equals(size);
    run.network()
        .runTiles(
            () ->
                Turning.scaled(
                    Turning.stored(picture.lookedAt(), orientation, finished), finished, size),
            (region, tile) -> {
              values.write(region, tile);
              if (tileByTile) {
                picture.finish(Turning.upright(region, orientation, size));
              }
            });
    progress.checkCancelled();
    if (!tileByTile) {
      picture.finish(Turning.upright(finished.region(), orientation, finished));
    }
  }

  @Override
  public void save(
      EnhancedPhoto result, Path target, OutputFormat format, boolean overwrite, Progress progress)
      throws PhotoException, CancelledException {
    if (!(result instanceof LocalResult own)) {
      throw new IllegalArgumentException("a result of another service");
    }
    OutputSpec spec = OutputSpec.of(format, software).withOverwrite(overwrite);
    Model model = model(own.model(), own.photo().file());
    OutputSpec complete = Enhancer.outputSpec(own.photo(), spec, model, own.options(options));
    own.write(target, complete, progress);
    if (sidecars) {
      own.writeSidecar(target, format, model, options, software);
    }
  }

  @Override
  public OptionalDouble peakFlops() {
    return MachinePeak.known();
  }

  @Override
  public double measurePeak() throws IOException {
    return MachinePeak.refresh();
  }
}
