package hyperlumen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.model.ModelStore;
import hyperlumen.model.TestModels;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.read.PhotoReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many photos at once, and what goes wrong on the way. */
class BatchRunnerTest extends BatchScene {

  @Test
  void twoHundredPicturesAtOnceAreByteForByteThoseMadeOneAtATime() throws Exception {
    List<Path> inputs = TinyPictures.write(folder.resolve("in"), 200);
    Path alone = Files.createDirectories(folder.resolve("alone"));
    for (Job job : add(inputs, alone)) {
      run(List.of(job), 1, BatchListener.NONE);
    }

    MostAtOnce atOnce = new MostAtOnce();
    BatchRunner.Result result = run(add(inputs, out), 8, atOnce);

    assertThat(atOnce.most()).as("photos under way at once").isGreaterThan(1);
    assertThat(result).isEqualTo(new BatchRunner.Result(java.util.Optional.empty(), false));
    for (Path input : inputs) {
      Path name = input.getFileName();
      assertThat(out.resolve(name)).hasSameBinaryContentAs(alone.resolve(name));
      Job job = queue.find(out.resolve(name)).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.DONE);
      assertThat(job.inputSha256()).contains(FileHash.of(input));
      assertThat(job.outputSha256()).contains(FileHash.of(out.resolve(name)));
      assertThat(xmp(out.resolve(name)))
          .contains(FileHash.of(input))
          .contains(store.get("denoise-fast").sha256());
    }
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(200);
    }
  }

  /** Counts photos between their start and their end. */
  private static final class MostAtOnce implements BatchListener {

    private int now;
    private int most;

    @Override
    public synchronized void started(
        Job job, double megapixels, String modelId, hyperlumen.enhance.Forecast forecast) {
      now++;
      most = Math.max(most, now);
    }

    @Override
    public synchronized void finished(Job job) {
      now--;
    }

    synchronized int most() {
      return most;
    }
  }

  private static String xmp(Path file) throws Exception {
    byte[] packet = PhotoReader.read(file, Progress.NONE).metadata().xmp().orElseThrow().array();
    return new String(packet, StandardCharsets.UTF_8);
  }

  @Test
  void aBadFileFailsAloneWithItsReason() throws Exception {
    List<Path> inputs = new ArrayList<>(TinyPictures.write(folder.resolve("in"), 2));
    inputs.add(1, Files.writeString(folder.resolve("in/letter.png"), "Dear reader"));
    inputs.add(folder.resolve("in/absent.png"));

    List<Job> jobs = add(inputs, out);
    run(jobs, 2, BatchListener.NONE);

    assertThat(state(jobs.get(0))).isEqualTo(JobState.DONE);
    assertThat(state(jobs.get(2))).isEqualTo(JobState.DONE);
    Job failed = queue.job(jobs.get(1).id()).orElseThrow();
    assertThat(failed.state()).isEqualTo(JobState.FAILED);
    assertThat(failed.error().orElseThrow().message()).startsWith("letter.png: ");
    Job absent = queue.job(jobs.get(3).id()).orElseThrow();
    assertThat(absent.error().orElseThrow().kind()).isEqualTo("not-found");
  }

  @Test
  void aSourceThatChangedAfterItWasQueuedIsNotTaken() throws Exception {
    List<Path> inputs = TinyPictures.write(folder.resolve("in"), 1);
    List<Job> jobs = add(inputs, out);
    TinyPictures.write(inputs.getFirst(), 90, 80, 5);

    run(jobs, 1, BatchListener.NONE);

    assertThat(queue.job(jobs.getFirst().id()).orElseThrow().error().orElseThrow().message())
        .contains("was changed after it had been queued");
    assertThat(out.resolve("p000.png")).doesNotExist();
  }

  @Test
  void anotherModelUnderTheSameNameIsNotTaken() throws Exception {
    List<Job> jobs = add(TinyPictures.write(folder.resolve("in"), 1), out);
    Path others = folder.resolve("others");
    TestModels.install(others, "denoise-fast", "denoise:n=4,e=4,h=16,noise=2");
    store = ModelStore.open(others);

    run(jobs, 1, BatchListener.NONE);

    Job job = queue.job(jobs.getFirst().id()).orElseThrow();
    assertThat(job.error()).map(JobError::kind).contains("model");
    assertThat(out.resolve("p000.png")).doesNotExist();
  }

  @Test
  void cancellingOneJobLeavesTheOthersAndNoFile() throws Exception {
    List<Job> jobs = add(TinyPictures.write(folder.resolve("in"), 3), out);
    BatchRunner[] runner = new BatchRunner[1];
    long unwanted = jobs.get(1).id();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void started(
              Job job, double megapixels, String modelId, hyperlumen.enhance.Forecast forecast) {
            if (job.id() == unwanted) {
              try {
                runner[0].cancel(unwanted);
              } catch (BatchException e) {
                throw new IllegalStateException(e);
              }
            }
          }
        };
    runner[0] = runner(1, listener);
    runner[0].submit(jobs);
    runner[0].run();

    assertThat(state(jobs.get(0))).isEqualTo(JobState.DONE);
    assertThat(state(jobs.get(1))).isEqualTo(JobState.CANCELLED);
    assertThat(state(jobs.get(2))).isEqualTo(JobState.DONE);
    assertThat(out.resolve("p001.png")).doesNotExist();
    BatchProgress progress = runner[0].progress();
    assertThat(progress.done()).isEqualTo(2);
    assertThat(progress.cancelled()).isEqualTo(1);
    assertThat(progress.share()).isEqualTo(1);
  }

  @Test
  void anInterruptedRunGivesItsJobsBackAndTheNextOneFinishesThem() throws Exception {
    List<Job> jobs = add(TinyPictures.write(folder.resolve("in"), 12), out);
    AtomicInteger begun = new AtomicInteger();
    BatchListener count =
        new BatchListener() {
          @Override
          public void advanced(Job job, Stage stage, long done, long total) {
            if (stage == Stage.PREDICT && done == 0) {
              begun.incrementAndGet();
            }
          }
        };
    BatchRunner runner =
        new BatchRunner(queue, store, TinyPictures.runner(1), count, () -> begun.get() >= 5);
    runner.submit(jobs);

    assertThat(runner.run().interrupted()).isTrue();

    assertThat(queue.counts()).containsEntry(JobState.RUNNING, 0).containsEntry(JobState.FAILED, 0);
    assertThat(queue.counts().get(JobState.WAITING)).isPositive();
    run(queue.unfinished(), 2, BatchListener.NONE);
    assertThat(queue.counts()).containsEntry(JobState.DONE, 12);
  }

  @Test
  void aPausedRunStandsStillUntilItGoesOn() throws Exception {
    List<Job> jobs = add(TinyPictures.write(folder.resolve("in"), 4), out);
    BatchRunner runner = runner(1, BatchListener.NONE);
    runner.submit(jobs);
    runner.setPaused(true);
    Thread thread = Thread.ofPlatform().start(runner::run);
    Thread.sleep(300);
    assertThat(queue.counts()).containsEntry(JobState.WAITING, 4);
    assertThat(runner.progress().paused()).isTrue();
    runner.setPaused(false);
    thread.join();
    assertThat(queue.counts()).containsEntry(JobState.DONE, 4);
  }

  @Test
  void aFolderThatVanishedIsWaitedFor() throws Exception {
    List<Path> inputs = TinyPictures.write(folder.resolve("card"), 2);
    List<Job> jobs = add(inputs, out);
    Path away = folder.resolve("away");
    Files.move(folder.resolve("card"), away);
    BatchListener plugIn =
        new BatchListener() {
          @Override
          public void noted(Job job, String sentence) {
            assertThat(sentence).startsWith("waiting for ");
            try {
              Files.move(away, folder.resolve("card"));
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };

    run(jobs, 1, plugIn);

    assertThat(queue.counts()).containsEntry(JobState.DONE, 2);
  }

  @Test
  void afterItsPatienceTheRunStopsAndSaysWhatIsMissing() throws Exception {
    List<Path> inputs = TinyPictures.write(folder.resolve("in"), 2);
    List<Job> jobs = add(inputs, out);
    Files.delete(out);

    BatchRunner.Result result = run(jobs, 1, BatchListener.NONE);

    assertThat(result.obstacle().orElseThrow().message()).contains("out is not there any more");
    assertThat(queue.counts()).containsEntry(JobState.WAITING, 2);
    assertThat(out).doesNotExist();
  }
}
