package hyperlumen.ui.studio;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Where the window's long work goes.
 *
 * @param fx runs tasks on the FX thread, later and in order
 * @param runner runs enhancements and savings, one after the other
 * @param loader decodes photos and forecasts, one after the other
 * @param thumbnailer makes small pictures, one after the other
 */
public record StudioThreads(Executor fx, Executor runner, Executor loader, Executor thumbnailer) {

  /** Daemon threads of its own for each kind of work, and the JavaFX thread. */
  public static StudioThreads start() {
    return new StudioThreads(
        Platform::runLater, single("runner"), single("loader"), single("thumbnails"));
  }

  /** One daemon thread that ends when it has nothing to do, for work of a single view. */
  static Executor ofView(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name(name).factory());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static ExecutorService single(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }
}
