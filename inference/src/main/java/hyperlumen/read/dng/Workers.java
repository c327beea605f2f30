package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on as many threads as there are processors and passes on what it throws. */
final class Workers {

  /** Work that may fail as reading does. */
  interface Work {
    void run() throws PhotoException, CancelledException;
  }

  private Workers() {}

  /**
   * Runs {@code work} once on each of at most {@code most} threads and waits for all of them.
   *
   * @throws CancelledException if the work or the calling thread was told to stop
   */
  static void run(int most, Work work) throws PhotoException, CancelledException {
    int threads = Math.min(most, Runtime.getRuntime().availableProcessors());
    if (threads <= 1) {
      work.run();
      return;
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("read-", 0).factory())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(
                () -> {
                  work.run();
                  return null;
                }));
      }
      for (Future<?> future : running) {
        await(future);
      }
    }
  }

  private static void await(Future<?> future) throws PhotoException, CancelledException {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PhotoException failed -> throw failed;
        case CancelledException cancelled -> throw cancelled;
        case RuntimeException failed -> throw failed;
        case Error failed -> throw failed;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
