package hyperlumen.ui.studio;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.write.OutputFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Writes results to files, one after the other and after the run in progress. For the FX thread;
 * the work goes to the runner.
 */
final class Savings {

  private final EnhanceService service;
  private final Executor fx;
  private final Executor runner;
  private final ReadOnlyObjectWrapper<RunStatus> status = new ReadOnlyObjectWrapper<>();
  private final List<RunProgress> savings = new ArrayList<>();
  private Consumer<Failure> onFailure = failure -> {};
  private Consumer<Path> onSaved = file -> {};

  Savings(EnhanceService service, StudioThreads threads) {
    this.service = service;
    fx = threads.fx();
    runner = threads.runner();
  }

  /** The file that is being written, or waits for the run in progress; null if none. */
  ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  void setOnFailure(Consumer<Failure> handler) {
    onFailure = handler;
  }

  void setOnSaved(Consumer<Path> handler) {
    onSaved = handler;
  }

  /** Whether each result that is saved gets a file with its settings beside it. */
  void setSidecars(boolean wanted) {
    service.setSidecars(wanted);
  }

  /** Writes the result of {@code item} in the background, after the run in progress. */
  void save(PhotoItem item, Path target, OutputFormat format, boolean overwrite) {
    EnhancedPhoto result = item.enhancementProperty().get();
    RunProgress progress = new RunProgress(item, fx, this::show);
    savings.add(progress);
    show(new RunStatus(item, Progress.Stage.WRITE, 0, 0, OptionalDouble.empty()));
    runner.execute(
        () -> {
          try {
            progress.checkCancelled();
            service.save(result, target, format, overwrite, progress);
            fx.execute(() -> saved(item, target, progress));
          } catch (CancelledException e) {
            fx.execute(() -> end(progress));
          } catch (PhotoException | RuntimeException | OutOfMemoryError | InternalError e) {
            fx.execute(
                () -> {
                  end(progress);
                  onFailure.accept(Failure.of(e));
                });
          }
        });
  }

  private void show(RunStatus now) {
    if (!savings.isEmpty()) {
      status.set(now);
    }
  }

  private void saved(PhotoItem item, Path target, RunProgress progress) {
    end(progress);
    item.setSaved(true);
    onSaved.accept(target);
  }

  private void end(RunProgress progress) {
    savings.remove(progress);
    if (savings.isEmpty()) {
      status.set(null);
    }
  }

  /** Ends the writing of results; files that were there stay as they were. */
  void cancel() {
    savings.forEach(RunProgress::cancel);
  }

  /** Does {@code next} when nothing of {@code item} is being written any more: now, mostly. */
  void after(PhotoItem item, Runnable next) {
    if (savings.stream().anyMatch(progress -> progress.item() == item)) {
      runner.execute(() -> fx.execute(next));
    } else {
      next.run();
    }
  }
}
