package hyperlumen.ui.studio;

import hyperlumen.ui.history.RunHistory;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.CostForecast;
import hyperlumen.ui.service.EnhanceRequest;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/**
 * Everything the main window shows and can do, without a single control: photos ({@link
 * PhotoLibrary}), models ({@link ModelChoice}), runs and results ({@link EnhanceRuns}). Views bind
 * to the properties and call the actions.
 *
 * <p>For the FX thread only; long work goes to the executors, which come from outside so that a
 * test decides when it happens.
 */
public final class StudioModel {

  private final EnhanceService service;
  private final StudioThreads threads;
  private final RunHistory history;
  private final PhotoLibrary library;
  private final ModelChoice choice;
  private final EnhanceRuns runs;
  private final Savings savings;
  private final OtherPictures others;
  private final AdjustmentModel adjustments;
  private final PeakModel peak;

  /** To be enhanced as soon as it can be; null for none. */
  private PhotoItem enhanceNext;

  /**
   * A model over {@code service}.
   *
   * @param threads where long work goes
   */
  public StudioModel(EnhanceService service, StudioThreads threads) {
    this(service, threads, RunHistory.ofSession());
  }

  /** The same with the runs of earlier sessions, to which those of this one are added. */
  public StudioModel(EnhanceService service, StudioThreads threads, RunHistory history) {
    this.service = service;
    this.history = history;
    this.threads = threads;
    library = new PhotoLibrary(service, threads, history);
    choice = new ModelChoice(service, threads, library.photo());
    runs = new EnhanceRuns(service, threads, history, this::finished);
    savings = new Savings(service, threads);
    others = new OtherPictures(service, threads, library.selectedProperty());
    adjustments = new AdjustmentModel(library.selectedProperty(), threads);
    peak = new PeakModel(service, threads);
    // A photo that is decoded again begins with its plain rendering.
    library.photo().addListener((o, was, is) -> renderAnew(is));
    choice.forecastProperty().addListener(o -> enhanceIfAwaited());
  }

  private void renderAnew(OpenPhoto photo) {
    PhotoItem item = library.selectedProperty().get();
    if (photo != null && !item.history().present().equals(Adjustments.DEFAULT)) {
      item.setDeveloped(Adjustments.DEFAULT);
      adjustments.develop(item);
    }
  }

  EnhanceService service() {
    return service;
  }

  StudioThreads threads() {
    return threads;
  }

  /** What is set for the selected photo. */
  public AdjustmentModel adjustments() {
    return adjustments;
  }

  /** Forgets the runs of earlier sessions, and those of this one for the next. */
  public void forgetHistory() {
    history.clear();
    photos().forEach(p -> p.runs().removeIf(run -> run.resultProperty().get() == null));
  }

  /** What this machine can do at the most. */
  public PeakModel peak() {
    return peak;
  }

  /** The files in the library strip. */
  public ObservableList<PhotoItem> photos() {
    return library.photos();
  }

  /** Pictures from elsewhere that the selected photo is compared with. */
  public OtherPictures others() {
    return others;
  }

  /** The installed models. */
  public ObservableList<ModelFacts> models() {
    return choice.models();
  }

  /**
   * An order for {@code item} as it is set now: its adjustments, and the models that are chosen for
   * its kind.
   */
  BatchService.Order order(PhotoItem item) {
    Map<ModelFacts.Task, ModelFacts> models = choice.chosen();
    OpenPhoto open = item.photoProperty().get();
    if (open != null) {
      models.keySet().retainAll(Set.of(ModelFacts.Task.of(open.facts().kind())));
    }
    return new BatchService.Order(item.file(), item.isRaw(), models, item.history().present());
  }

  /** The photo in the viewer; null if none. */
  public ObjectProperty<PhotoItem> selectedProperty() {
    return library.selectedProperty();
  }

  /** The chosen model; null if none fits. */
  public ObjectProperty<ModelFacts> modelProperty() {
    return choice.modelProperty();
  }

  /** Share of the network's result in the lightness, 0 to 1; takes effect at once. */
  public DoubleProperty strengthProperty() {
    return adjustments.luminanceProperty();
  }

  /** Factor on the measured noise, above 0; takes effect at the next run. */
  public DoubleProperty noiseProperty() {
    return adjustments.noiseProperty();
  }

  /** What the chosen model would cost on the selected photo; null while unknown. */
  public ReadOnlyObjectProperty<CostForecast> forecastProperty() {
    return choice.forecastProperty();
  }

  /** The memory budget of later runs, in bytes. */
  long memory() {
    return choice.memory();
  }

  /** Bounds the resident memory of later runs, in bytes; their tiles follow. */
  public void setMemory(long bytes) {
    choice.setMemory(bytes);
  }

  /** The run in progress; null if none. */
  public ReadOnlyObjectProperty<RunStatus> runProperty() {
    return runs.runProperty();
  }

  /** Results on their way to files. */
  Savings savings() {
    return savings;
  }

  /** Sets who hears of failures. */
  public void setOnFailure(Consumer<Failure> handler) {
    runs.setOnFailure(handler);
    savings.setOnFailure(handler);
    others.setOnFailure(handler);
    peak.setOnFailure(handler);
  }

  /** Lists the installed models in the background and chooses the first that fits. */
  public void loadModels() {
    choice.loadModels();
    peak.look();
  }

  /** Adds files to the strip and shows the first of them; those already there are not added. */
  public void open(List<Path> files) {
    library.open(files);
  }

  /** Opens a photo and enhances it with the model that fits as soon as it is decoded. */
  public void openAndEnhance(Path file) {
    library.open(List.of(file));
    enhanceNext = library.selectedProperty().get();
    enhanceIfAwaited();
  }

  private void enhanceIfAwaited() {
    if (enhanceNext != null && enhanceNext == library.selectedProperty().get() && canEnhance()) {
      enhanceNext = null;
      enhance();
    }
  }

  /** The opened photos with what is set for each, in the order they were opened. */
  public Map<Path, Adjustments> session() {
    return library.session();
  }

  /** Lists the photos of an earlier session with what was set for each. */
  public void restore(Map<Path, Adjustments> session) {
    library.restore(session);
  }

  /** Tries once more to decode the selected photo. */
  public void retry() {
    library.retry();
  }

  private EnhancedPhoto enhancement() {
    PhotoItem item = library.selectedProperty().get();
    return item == null ? null : item.enhancementProperty().get();
  }

  /** Whether the model works on the selected photo. */
  public boolean fits(ModelFacts card) {
    return choice.fits(card);
  }

  /** Whether {@link #enhance} would start something. */
  public boolean canEnhance() {
    return !runs.isRunning() && choice.fits(choice.modelProperty().get());
  }

  /** Runs the chosen model on the selected photo. */
  public void enhance() {
    if (canEnhance()) {
      runs.start(
          library.selectedProperty().get(),
          new EnhanceRequest(choice.modelProperty().get(), adjustments.currentProperty().get()));
    }
  }

  /** The sliders may have moved while the network ran. */
  private void finished(PhotoItem item) {
    adjustments.developResult(item);
    library.touch(item);
  }

  /** Ends the run in progress within one tile. */
  public void cancel() {
    runs.cancel();
  }

  /** Whether there is a result to save. */
  public boolean canSave() {
    return enhancement() != null;
  }

  /** Writes the selected photo's result in the background. */
  public void save(Path target, OutputFormat format, boolean overwrite) {
    if (canSave()) {
      savings.save(library.selectedProperty().get(), target, format, overwrite);
    }
  }

  /** Takes the selected photo out of the strip and releases what belongs to it. */
  public void closeSelected() {
    PhotoItem item = library.removeSelected();
    if (item != null) {
      savings.after(
          item,
          () -> {
            runs.dropResults(item);
            library.release(item);
          });
    }
  }

  /** Whether a result would be lost by leaving now. */
  public boolean hasUnsavedResults() {
    return photos().stream().anyMatch(p -> p.enhancementProperty().get() != null && !p.isSaved());
  }

  /** Ends the run in progress and releases all photos. */
  public void close() {
    runs.cancel();
    library.selectedProperty().set(null);
    others.close();
    for (PhotoItem item : photos()) {
      runs.dropResults(item);
      library.release(item);
    }
    photos().clear();
  }
}
