package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.image.OverlayPicture;
import hyperlumen.ui.service.EnhanceRequest;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.OpenPhoto;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Runs models on photos, one at a time, and saves their results. For the FX thread; the work goes
 * to the runner.
 */
final class EnhanceRuns {

  private final EnhanceService service;
  private final Executor fx;
  private final Executor runner;
  private final Consumer<PhotoItem> finished;
  private final ReadOnlyObjectWrapper<RunStatus> run = new ReadOnlyObjectWrapper<>();
  private Consumer<Failure> onFailure = failure -> {};
  private Consumer<Path> onSaved = file -> {};
  private RunProgress running;

  /**
   * Nothing runs yet.
   *
   * @param finished hears of a photo that has a new result
   */
  EnhanceRuns(EnhanceService service, StudioThreads threads, Consumer<PhotoItem> finished) {
    this.service = service;
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

  void setOnSaved(Consumer<Path> handler) {
    onSaved = handler;
  }

  boolean isRunning() {
    return running != null;
  }

  /** Runs {@code request} on the decoded photo of {@code item}, whose old result goes. */
  void start(PhotoItem item, EnhanceRequest request) {
    dropResult(item);
    item.failureProperty().set(null);
    RunProgress progress = new RunProgress(item, fx, this::showRun);
    running = progress;
    item.stateProperty().set(PhotoItem.State.RUNNING);
    progress.advance(Progress.Stage.READ, 0, 0);
    OpenPhoto photo = item.photoProperty().get();
    runner.execute(() -> work(item, photo, request, progress));
  }

  /** On the runner's thread. */
  private void work(PhotoItem item, OpenPhoto photo, EnhanceRequest request, Progress progress) {
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
      fx.execute(() -> finish(item, result));
    } catch (CancelledException e) {
      fx.execute(() -> ended(item, PhotoItem.State.READY));
    } catch (PhotoException | RuntimeException e) {
      fx.execute(
          () -> {
            ended(item, PhotoItem.State.READY);
            onFailure.accept(Failure.of(e));
          });
    }
  }

  private void showRun(RunStatus status) {
    if (running != null) {
      run.set(status);
    }
  }

  private void finish(PhotoItem item, EnhancedPhoto result) {
    item.setSaved(false);
    item.enhancementProperty().set(result);
    finished.accept(item);
    ended(item, PhotoItem.State.DONE);
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

  /** Writes the result of {@code item} in the background. */
  void save(PhotoItem item, Path target, OutputFormat format, boolean overwrite) {
    EnhancedPhoto result = item.enhancementProperty().get();
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

  /** Releases the result of {@code item}, if there is one. */
  void dropResult(PhotoItem item) {
    EnhancedPhoto old = item.enhancementProperty().get();
    if (old != null) {
      item.enhancementProperty().set(null);
      old.close();
    }
  }
}
