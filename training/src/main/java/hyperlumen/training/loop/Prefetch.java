package hyperlumen.training.loop;

import hyperlumen.training.data.Group;
import hyperlumen.training.data.GroupSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes the groups of coming steps in a thread of its own; step s depends only on seed and s. */
final class Prefetch implements AutoCloseable {

  private static final int AHEAD = 3;

  private final BlockingQueue<List<Group>> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private volatile RuntimeException failure;

  Prefetch(TrainingPlan plan, GroupSource source, int firstStep) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("training data")
            .start(() -> produce(plan, source, firstStep));
  }

  private void produce(TrainingPlan plan, GroupSource source, int firstStep) {
    try {
      for (int step = firstStep; ; step++) {
        RandomGenerator random = new SplittableRandom(plan.seed() * 1_000_003L + step);
        queue.put(
            IntStream.range(0, plan.groups())
                .mapToObj(g -> source.next(random, plan.patches(), plan.side()))
                .toList());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** The next step's groups. */
  List<Group> next() throws InterruptedException {
    while (true) {
      List<Group> groups = queue.poll(1, java.util.concurrent.TimeUnit.SECONDS);
      if (groups != null) {
        return groups;
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
