package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.image.OverlayPicture;
import hyperlumen.ui.service.CostForecast;
import hyperlumen.ui.service.EnhanceRequest;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.ui.service.PhotoFacts;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Everything the main window shows and can do, without a single control: photos, models, the run,
 * results. Views bind to the properties and call the actions.
 *
 * <p>For the FX thread only; long work goes to the executors, which come from outside so that a
 * test decides when it happens.
 */
public final class StudioModel {

  /** Decoded samples take two to six bytes per pixel; this many photos stay open unfinished. */
  static final int OPEN_PHOTOS = 3;

  private static final System.Logger LOG = System.getLogger(StudioModel.class.getName());
  private static final int THUMBNAIL_SIDE = 160;

  private final EnhanceService service;
  private final Executor fx;
  private final Executor runner;
  private final Executor loader;
  private final Executor thumbnailer;
  private final ObservableList<PhotoItem> photos = FXCollections.observableArrayList();
  private final ObservableList<ModelFacts> models = FXCollections.observableArrayList();
  private final ObjectProperty<PhotoItem> selected = new SimpleObjectProperty<>(this, "selected");
  private final ObjectProperty<ModelFacts> model = new SimpleObjectProperty<>(this, "model");
  private final DoubleProperty strength = new SimpleDoubleProperty(this, "strength", 1);
  private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise", 1);
  private final ReadOnlyObjectWrapper<CostForecast> forecast = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunStatus> run = new ReadOnlyObjectWrapper<>();
  private final OpenOrder openOrder = new OpenOrder();
  private Consumer<Failure> onFailure = failure -> {};
  private Consumer<Path> onSaved = file -> {};
  private RunProgress running;

  /**
   * A model over {@code service}.
   *
   * @param threads where long work goes
   */
  public StudioModel(EnhanceService service, StudioThreads threads) {
    this.service = service;
    this.fx = threads.fx();
    this.runner = threads.runner();
    this.loader = threads.loader();
    this.thumbnailer = threads.thumbnailer();
    selected.addListener((o, was, is) -> select(is));
    model.addListener(o -> updateForecast());
    strength.addListener(
        (o, was, is) -> {
          if (enhancement() != null) {
            enhancement().setStrength(is.doubleValue());
          }
        });
  }

  /** The files in the library strip. */
  public ObservableList<PhotoItem> photos() {
    return photos;
  }

  /** The installed models. */
  public ObservableList<ModelFacts> models() {
    return models;
  }

  /** The photo in the viewer; null if none. */
  public ObjectProperty<PhotoItem> selectedProperty() {
    return selected;
  }

  /** The chosen model; null if none fits. */
  public ObjectProperty<ModelFacts> modelProperty() {
    return model;
  }

  /** Share of the network's result, 0 to 1; takes effect at once. */
  public DoubleProperty strengthProperty() {
    return strength;
  }

  /** Factor on the measured noise, above 0; takes effect at the next run. */
  public DoubleProperty noiseProperty() {
    return noise;
  }

  /** What the chosen model would cost on the selected photo; null while unknown. */
  public ReadOnlyObjectProperty<CostForecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  /** The run in progress; null if none. */
  public ReadOnlyObjectProperty<RunStatus> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Sets who hears of failures. */
  public void setOnFailure(Consumer<Failure> handler) {
    onFailure = handler;
  }

  /** Sets who hears of saved files. */
  public void setOnSaved(Consumer<Path> handler) {
    onSaved = handler;
  }

  /** Lists the installed models in the background and chooses the first that fits. */
  public void loadModels() {
    loader.execute(
        () -> {
          List<ModelFacts> found = service.models();
          fx.execute(
              () -> {
                models.setAll(found);
                chooseFittingModel();
              });
        });
  }

  /** Adds files to the strip and shows the first of them; those already there are not added. */
  public void open(List<Path> files) {
    PhotoItem first = null;
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      PhotoItem item = find(absolute);
      if (item == null) {
        item = new PhotoItem(absolute);
        photos.add(item);
      }
      first = first == null ? item : first;
    }
    if (first != null) {
      selected.set(first);
    }
    photos.stream().filter(p -> p.thumbnailProperty().get() == null).forEach(this::loadThumbnail);
  }

  private PhotoItem find(Path file) {
    for (PhotoItem item : photos) {
      if (item.file().equals(file)) {
        return item;
      }
    }
    return null;
  }

  private void loadThumbnail(PhotoItem item) {
    thumbnailer.execute(
        () -> {
          try {
            var thumbnail = service.thumbnail(item.file(), THUMBNAIL_SIDE);
            fx.execute(() -> item.thumbnailProperty().set(thumbnail));
          } catch (PhotoException | RuntimeException e) {
            // Opening the photo says what is wrong with it.
            LOG.log(System.Logger.Level.DEBUG, "no thumbnail", e);
          }
        });
  }

  private void select(PhotoItem item) {
    forecast.set(null);
    if (item == null) {
      return;
    }
    OpenPhoto open = item.photoProperty().get();
    if (open != null) {
      openOrder.touch(item);
      chooseFittingModel();
    } else if (item.stateProperty().get() == PhotoItem.State.LISTED) {
      load(item);
    }
  }

  /** Tries once more to decode the selected photo. */
  public void retry() {
    PhotoItem item = selected.get();
    if (item != null && item.stateProperty().get() == PhotoItem.State.FAILED) {
      item.failureProperty().set(null);
      load(item);
    }
  }

  private void load(PhotoItem item) {
    item.stateProperty().set(PhotoItem.State.OPENING);
    loader.execute(
        () -> {
          try {
            OpenPhoto photo = service.open(item.file(), Progress.NONE);
            fx.execute(() -> opened(item, photo));
          } catch (PhotoException | RuntimeException e) {
            fx.execute(() -> fail(item, Failure.of(e)));
          } catch (CancelledException e) {
            fx.execute(() -> item.stateProperty().set(PhotoItem.State.LISTED));
          }
        });
  }

  private void opened(PhotoItem item, OpenPhoto photo) {
    if (!photos.contains(item)) {
      photo.close();
      return;
    }
    item.photoProperty().set(photo);
    item.stateProperty().set(PhotoItem.State.READY);
    openOrder.touch(item);
    openOrder.closeBeyond(OPEN_PHOTOS, selected.get());
    if (selected.get() == item) {
      chooseFittingModel();
    }
  }

  private void fail(PhotoItem item, Failure failure) {
    item.failureProperty().set(failure);
    item.stateProperty().set(PhotoItem.State.FAILED);
  }

  private OpenPhoto photo() {
    return selected.get() == null ? null : selected.get().photoProperty().get();
  }

  private EnhancedPhoto enhancement() {
    return selected.get() == null ? null : selected.get().enhancementProperty().get();
  }

  /** Whether the model works on the selected photo. */
  public boolean fits(ModelFacts card) {
    return photo() != null && card != null && card.accepts(photo().facts().kind());
  }

  /** A photo begins with a model made for its kind; what else fits the user may choose. */
  private void chooseFittingModel() {
    OpenPhoto now = photo();
    if (now == null) {
      return;
    }
    PhotoFacts.Kind kind = now.facts().kind();
    if (model.get() != null && model.get().isMadeFor(kind)) {
      updateForecast();
      return;
    }
    model.set(
        models.stream()
            .filter(m -> m.isMadeFor(kind))
            .findFirst()
            .or(() -> models.stream().filter(this::fits).findFirst())
            .orElse(null));
    updateForecast();
  }

  private void updateForecast() {
    forecast.set(null);
    OpenPhoto now = photo();
    ModelFacts card = model.get();
    if (now == null || !fits(card)) {
      return;
    }
    loader.execute(
        () -> {
          try {
            CostForecast answer = service.forecast(now, card);
            fx.execute(
                () -> {
                  if (now.equals(photo()) && card.equals(model.get())) {
                    forecast.set(answer);
                  }
                });
          } catch (PhotoException | RuntimeException e) {
            // The run itself will say what is wrong.
            LOG.log(System.Logger.Level.WARNING, "no forecast", e);
          }
        });
  }

  /** Whether {@link #enhance} would start something. */
  public boolean canEnhance() {
    return running == null && photo() != null && fits(model.get());
  }

  /** Runs the chosen model on the selected photo. */
  public void enhance() {
    if (!canEnhance()) {
      return;
    }
    PhotoItem item = selected.get();
    OpenPhoto open = photo();
    dropResult(item);
    item.failureProperty().set(null);
    RunProgress progress = new RunProgress(item, fx, this::showRun);
    running = progress;
    item.stateProperty().set(PhotoItem.State.RUNNING);
    progress.advance(Progress.Stage.READ, 0, 0);
    EnhanceRequest request = new EnhanceRequest(model.get(), noise.get(), strength.get());
    runner.execute(
        () -> {
          try {
            EnhancedPhoto result =
                service.enhance(
                    open,
                    request,
                    picture ->
                        fx.execute(
                            () ->
                                item.growingProperty()
                                    .set(new OverlayPicture(picture, open.before()))),
                    progress);
            fx.execute(() -> finished(item, result));
          } catch (CancelledException e) {
            fx.execute(() -> ended(item, PhotoItem.State.READY));
          } catch (PhotoException | RuntimeException e) {
            fx.execute(
                () -> {
                  ended(item, PhotoItem.State.READY);
                  onFailure.accept(Failure.of(e));
                });
          }
        });
  }

  private void showRun(RunStatus status) {
    if (running != null) {
      run.set(status);
    }
  }

  private void finished(PhotoItem item, EnhancedPhoto result) {
    item.setSaved(false);
    item.enhancementProperty().set(result);
    if (item == selected.get()) {
      result.setStrength(strength.get());
    }
    ended(item, PhotoItem.State.DONE);
    openOrder.touch(item);
  }

  private void ended(PhotoItem item, PhotoItem.State state) {
    running = null;
    run.set(null);
    OverlayPicture growing = item.growingProperty().get();
    item.stateProperty().set(state);
    item.growingProperty().set(null);
    if (growing != null) {
      growing.close();
    }
  }

  /** Ends the run in progress within one tile. */
  public void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  /** Whether there is a result to save. */
  public boolean canSave() {
    return enhancement() != null;
  }

  /** Writes the selected photo's result in the background. */
  public void save(Path target, OutputFormat format, boolean overwrite) {
    PhotoItem item = selected.get();
    EnhancedPhoto result = enhancement();
    if (result == null) {
      return;
    }
    runner.execute(
        () -> {
          try {
            service.save(result, target, format, overwrite, Progress.NONE);
            fx.execute(
                () -> {
                  item.setSaved(true);
                  onSaved.accept(target);
                });
          } catch (PhotoException | CancelledException | RuntimeException e) {
            fx.execute(() -> onFailure.accept(Failure.of(e)));
          }
        });
  }

  /** Takes the selected photo out of the strip and releases what belongs to it. */
  public void closeSelected() {
    PhotoItem item = selected.get();
    if (item == null || item.stateProperty().get() == PhotoItem.State.RUNNING) {
      return;
    }
    int index = photos.indexOf(item);
    photos.remove(item);
    selected.set(photos.isEmpty() ? null : photos.get(Math.min(index, photos.size() - 1)));
    dropResult(item);
    openOrder.forget(item);
  }

  private void dropResult(PhotoItem item) {
    EnhancedPhoto old = item.enhancementProperty().get();
    if (old != null) {
      item.enhancementProperty().set(null);
      old.close();
    }
  }

  /** Whether a result would be lost by leaving now. */
  public boolean hasUnsavedResults() {
    return photos.stream().anyMatch(p -> p.enhancementProperty().get() != null && !p.isSaved());
  }

  /** Ends the run in progress and releases all photos. */
  public void close() {
    cancel();
    selected.set(null);
    for (PhotoItem item : photos) {
      dropResult(item);
      openOrder.forget(item);
    }
    photos.clear();
  }
}
