package hyperlumen.ui.studio;

import hyperlumen.progress.Progress;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carries the progress of a run from its worker threads to the FX thread; reports that come faster
 * than they are shown replace each other.
 */
final class RunProgress implements Progress {

  private final PhotoItem item;
  private final Executor fx;
  private final Consumer<RunStatus> shown;
  private final RemainingTime remaining = new RemainingTime();
  private final AtomicReference<RunStatus> latest = new AtomicReference<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Stage stage;

  RunProgress(PhotoItem item, Executor fx, Consumer<RunStatus> shown) {
    this.item = item;
    this.fx = fx;
    this.shown = shown;
  }

  @Override
  public void advance(Stage now, long done, long total) {
    OptionalDouble left;
    synchronized (remaining) {
      long time = System.nanoTime();
      if (now != stage) {
        stage = now;
        remaining.start(time);
      }
      left = remaining.update(done, total, time);
    }
    if (latest.getAndSet(new RunStatus(item, now, done, total, left)) == null) {
      fx.execute(() -> shown.accept(latest.getAndSet(null)));
    }
  }

  PhotoItem item() {
    return item;
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }

  void cancel() {
    cancelled.set(true);
  }
}
