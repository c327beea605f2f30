package hyperlumen.tests.reliability;

import hyperlumen.batch.BatchListener;
import hyperlumen.batch.BatchRunner;
import hyperlumen.batch.Job;
import hyperlumen.batch.JobOrder;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.ModelChoice;
import hyperlumen.batch.RunnerOptions;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How long a cancelled run takes to stand still, beside the time of a tile. Arguments: trials, and
 * the folder of models. Prints medians and the 95th percentile.
 */
public final class CancelMain {

  private CancelMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int trials = Integer.parseInt(arguments[0]);
    ModelStore store = ModelStore.open(Path.of(arguments[1]));
    Path folder = Files.createTempDirectory("cancel");
    Path input = folder.resolve("in.png");
    Raster raster = new Raster(3, 1500, 2000);
    Arrays.fill(raster.samples(), 0.4f);
    PhotoWriter.write(
        RasterSource.of(raster), input, OutputSpec.of(OutputFormat.PNG8, "test"), Progress.NONE);
    EnhanceOptions options = EnhanceOptions.defaults().withTile(OptionalInt.of(416)).withThreads(1);
    JobSettings settings = JobSettings.of(ModelChoice.defaults(store), options).withOverwrite(true);
    double[] waits = new double[trials];
    double[] tiles = new double[trials];
    try (JobQueue queue = JobQueue.inMemory()) {
      for (int i = 0; i < trials; i++) {
        trial(
            queue,
            store,
            new JobOrder(input, folder, folder.resolve("out.png"), settings),
            i,
            waits,
            tiles);
      }
    }
    long within = IntStream.range(0, trials).filter(i -> waits[i] <= tiles[i]).count();
    Arrays.sort(waits);
    Arrays.sort(tiles);
    System.out.printf(
        Locale.ROOT,
        "cancel to idle: median %.0f ms, 95 %% within %.0f ms; a tile: median %.0f ms, 95 %% within"
            + " %.0f ms; idle within the longest tile of its run: %.0f %% of %d trials%n",
        waits[trials / 2],
        waits[trials * 95 / 100],
        tiles[trials / 2],
        tiles[trials * 95 / 100],
        100.0 * within / trials,
        trials);
  }

  private static void trial(
      JobQueue queue, ModelStore store, JobOrder order, int number, double[] waits, double[] tiles)
      throws Exception {
    CountDownLatch underWay = new CountDownLatch(3 + number % 4);
    AtomicLong last = new AtomicLong();
    AtomicLong longest = new AtomicLong();
    AtomicInteger count = new AtomicInteger();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void advanced(Job job, Stage stage, long done, long total) {
            if (stage == Stage.NETWORK) {
              long now = System.nanoTime();
              long before = last.getAndSet(now);
              if (count.incrementAndGet() > 1) {
                longest.accumulateAndGet(now - before, Math::max);
              }
              underWay.countDown();
            }
          }
        };
    BatchRunner runner =
        new BatchRunner(
            queue,
            store,
            RunnerOptions.of(order.settings().options(), "Hyperlumen test"),
            listener,
            () -> false);
    runner.submit(List.of(queue.add(order)));
    Thread run = Thread.ofPlatform().start(runner::run);
    underWay.await();
    Thread.sleep(number * 7 % 50);
    long start = System.nanoTime();
    runner.stop();
    run.join();
    waits[number] = (System.nanoTime() - start) / 1e6;
    tiles[number] = longest.get() / 1e6;
  }
}
