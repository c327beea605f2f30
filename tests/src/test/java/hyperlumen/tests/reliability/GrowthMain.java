package hyperlumen.tests.reliability;

import hyperlumen.batch.BatchListener;
import hyperlumen.batch.BatchRunner;
import hyperlumen.batch.Job;
import hyperlumen.batch.JobOrder;
import hyperlumen.batch.JobQueue;
import hyperlumen.batch.JobSettings;
import hyperlumen.batch.JobState;
import hyperlumen.batch.ModelChoice;
import hyperlumen.batch.RunnerOptions;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many pictures in one process: how much resident memory grows. Arguments: the number of pictures,
 * and the folder of models, whose default is then used with default options; without it a small
 * model with random weights in one thread. Prints resident memory along the way and the growth per
 * picture after the first fifth; ends with code 1 if that is 20 KB or more, or a picture failed.
 * Linux.
 */
public final class GrowthMain {

  private static final double LIMIT_BYTES = 20_000;

  private GrowthMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("growth");
    boolean shipped = arguments.length > 1;
    ModelStore store =
        ModelStore.open(
            shipped
                ? Path.of(arguments[1])
                : Pictures.assets(folder.resolve("assets")).resolve("models"));
    Pictures.write(folder.resolve("in"), count);
    Path out = Files.createDirectories(folder.resolve("out"));
    EnhanceOptions options =
        shipped
            ? EnhanceOptions.defaults()
            : EnhanceOptions.defaults().withTile(OptionalInt.of(160)).withThreads(1);
    JobSettings settings = JobSettings.of(ModelChoice.defaults(store), options);
    List<JobOrder> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = String.format("p%04d.png", i);
      orders.add(
          new JobOrder(folder.resolve("in").resolve(name), out, out.resolve(name), settings));
    }
    long[] resident = new long[count + 1];
    MemoryMXBean java = ManagementFactory.getMemoryMXBean();
    AtomicInteger done = new AtomicInteger();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void finished(Job job) {
            int number = done.incrementAndGet();
            resident[number] = statusBytes("VmRSS:");
            if (number % (count / 10) == 0) {
              System.out.printf(
                  Locale.ROOT,
                  "%5d pictures: %.1f MB (files %.1f); set aside for Java's heap %.1f, for its code"
                      + " and classes %.1f%n",
                  number,
                  resident[number] / 1e6,
                  statusBytes("RssFile:") / 1e6,
                  java.getHeapMemoryUsage().getCommitted() / 1e6,
                  java.getNonHeapMemoryUsage().getCommitted() / 1e6);
            }
          }
        };
    int right;
    try (JobQueue queue = JobQueue.open(folder.resolve("queue.sqlite"))) {
      BatchRunner runner =
          new BatchRunner(
              queue, store, RunnerOptions.of(options, "Hyperlumen test"), listener, () -> false);
      runner.submit(queue.add(orders));
      runner.run();
      right = queue.counts().get(JobState.DONE);
    }
    int first = count / 5;
    double growth = (double) (resident[count] - resident[first]) / (count - first);
    System.out.printf(
        Locale.ROOT,
        "%d of %d done; resident memory grows by %.1f KB a picture over the last %d%n",
        right,
        count,
        growth / 1e3,
        count - first);
    System.exit(right == count && growth < LIMIT_BYTES ? 0 : 1);
  }

  private static long statusBytes(String name) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    throw new IllegalStateException("this system does not tell resident memory");
  }
}
