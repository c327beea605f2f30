package hyperlumen.batch;

import hyperlumen.model.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a queue, a small model and a place for outputs, and how to run jobs there. */
abstract class BatchScene {

  @TempDir Path folder;
  ModelStore store;
  JobQueue queue;
  Path out;

  @BeforeEach
  void open() throws Exception {
    store = TinyPictures.models(folder.resolve("models"));
    queue = JobQueue.open(folder.resolve("queue.sqlite"));
    out = Files.createDirectories(folder.resolve("out"));
  }

  @AfterEach
  void close() throws Exception {
    queue.close();
  }

  /** Queues pictures with the usual settings. */
  List<Job> add(List<Path> inputs, Path to) throws Exception {
    return add(inputs, to, TinyPictures.settings(store));
  }

  List<Job> add(List<Path> inputs, Path to, JobSettings settings) throws Exception {
    List<JobOrder> orders = new ArrayList<>();
    for (Path input : inputs) {
      orders.add(TinyPictures.order(input, to, settings));
    }
    return queue.add(orders);
  }

  BatchRunner runner(int threads, BatchListener listener) {
    return new BatchRunner(queue, store, TinyPictures.runner(threads), listener, () -> false);
  }

  BatchRunner.Result run(List<Job> jobs, int threads, BatchListener listener) {
    BatchRunner runner = runner(threads, listener);
    runner.submit(jobs);
    return runner.run();
  }

  JobState state(Job job) throws BatchException {
    return queue.job(job.id()).orElseThrow().state();
  }
}
