package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.history.RunHistory;
import hyperlumen.ui.image.OverlayPicture;
import hyperlumen.ui.service.EnhanceRequest;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.OpenPhoto;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Runs models on photos, one at a time. For the FX thread; the work goes to the runner. */
final class EnhanceRuns {

  /** Pictures of earlier runs kept per photo: each takes twelve bytes per pixel, on disk mostly. */
  static final int KEPT_RESULTS = 4;

  private final EnhanceService service;
  private final Executor fx;
  private final Executor runner;
  private final RunHistory history;
  private final Consumer<PhotoItem> finished;
  private final ReadOnlyObjectWrapper<RunStatus> run = new ReadOnlyObjectWrapper<>();
  private Consumer<Failure> onFailure = failure -> {};
  private RunProgress running;

  /**
   * Nothing runs yet.
   *
   * @param history takes every run that ends
   * @param finished hears of a photo that has a new result
   */
  EnhanceRuns(
      EnhanceService service,
      StudioThreads threads,
      RunHistory history,
      Consumer<PhotoItem> finished) {
    this.service = service;
    this.history = history;
    this.finished = finished;
    fx = threads.fx();
    runner = threads.runner();
  }

  /** The run in progress; null if none. */
  ReadOnlyObjectProperty<RunStatus> runProperty() {
    return run.getReadOnlyProperty();
  }

  void setOnFailure(Consumer<Failure> handler) {
    onFailure = handler;
  }

  boolean isRunning() {
    return running != null;
  }

  /** Runs {@code request} on the decoded photo of {@code item}. */
  void start(PhotoItem item, EnhanceRequest request) {
    EnhancedPhoto previous = item.enhancementProperty().get();
    item.enhancementProperty().set(null);
    item.failureProperty().set(null);
    RunProgress progress = new RunProgress(item, fx, this::showRun);
    running = progress;
    item.stateProperty().set(PhotoItem.State.RUNNING);
    progress.advance(Progress.Stage.READ, 0, 0);
    OpenPhoto photo = item.photoProperty().get();
    runner.execute(() -> work(item, photo, request, previous, progress));
  }

  /** On the runner's thread. */
  private void work(
      PhotoItem item,
      OpenPhoto photo,
      EnhanceRequest request,
      EnhancedPhoto previous,
      Progress progress) {
    try {
      EnhancedPhoto result =
          service.enhance(
              photo,
              request,
              picture ->
                  fx.execute(
                      () ->
                          item.growingProperty().set(new OverlayPicture(picture, photo.before()))),
              progress);
      fx.execute(() -> finish(item, request, result));
    } catch (CancelledException e) {
      fx.execute(() -> goBack(item, previous));
    } catch (PhotoException | RuntimeException | OutOfMemoryError | InternalError e) {
      // Memory that ran out has been given back with the failed run; the window goes on. An
      // InternalError is a page of a scratch file that the disk had no room for.
      fx.execute(
          () -> {
            goBack(item, previous);
            onFailure.accept(Failure.of(e));
          });
    }
  }

  private void showRun(RunStatus status) {
    if (running != null) {
      run.set(status);
    }
  }

  /** A run that gave nothing leaves the result before it. */
  private void goBack(PhotoItem item, EnhancedPhoto previous) {
    item.enhancementProperty().set(previous);
    ended(item, previous == null ? PhotoItem.State.READY : PhotoItem.State.DONE);
  }

  private void finish(PhotoItem item, EnhanceRequest request, EnhancedPhoto result) {
    item.setSaved(false);
    int number = item.runs().isEmpty() ? 1 : item.runs().getLast().number() + 1;
    PhotoRun run =
        new PhotoRun(
            number, LocalDateTime.now(ZoneId.systemDefault()), request.adjustments(), result);
    item.runs().add(run);
    history.add(run.past(item.file(), null));
    run.qualityProperty()
        .addListener(
            (o, was, is) -> history.replace(run.past(item.file(), was), run.past(item.file(), is)));
    item.enhancementProperty().set(result);
    finished.accept(item);
    ended(item, PhotoItem.State.DONE);
    releaseOld(item);
  }

  /** Keeps the last pictures; the same model with the same settings would give the same again. */
  private static void releaseOld(PhotoItem item) {
    PhotoRun last = item.runs().getLast();
    int kept = 0;
    for (PhotoRun run : List.copyOf(item.runs()).reversed()) {
      boolean repeated =
          run != last
              && run.model().equals(last.model())
              && run.noise() == last.noise()
              && run.filters().equals(last.filters());
      if (repeated || kept == KEPT_RESULTS) {
        run.release();
      } else if (run.resultProperty().get() != null) {
        kept++;
      }
    }
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
  void cancel() {
    if (running != null) {
      running.cancel();
    }
  }

  /** Releases the results of {@code item}. */
  void dropResults(PhotoItem item) {
    item.enhancementProperty().set(null);
    List<PhotoRun> runs = List.copyOf(item.runs());
    item.runs().clear();
    runs.forEach(PhotoRun::release);
  }
}
