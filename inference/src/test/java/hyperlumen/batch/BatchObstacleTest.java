package hyperlumen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.progress.Progress.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is no photo's fault: a disk that is full, memory that runs out. */
class BatchObstacleTest extends BatchScene {

  private static final int TILE = 416;

  private JobSettings settings(int tile) throws Exception {
    EnhanceOptions options =
        EnhanceOptions.defaults()
            .withMemoryBytes(EnhanceOptions.LEAST_MEMORY)
            .withTile(OptionalInt.of(tile))
            .withThreads(1);
    return JobSettings.of(ModelChoice.defaults(store), options);
  }

  @Test
  void aFullDiskStopsTheRunSaysSoAndLeavesTheRestQueued() throws Exception {
    List<Job> jobs = add(TinyPictures.write(folder.resolve("in"), 5), out, settings(TILE));
    long third = jobs.get(2).id();
    BatchListener full =
        new BatchListener() {
          @Override
          public void advanced(Job job, Stage stage, long done, long total) {
            if (job.id() == third && stage == Stage.WRITE) {
              throw new UncheckedIOException(new IOException("No space left on device"));
            }
          }
        };

    BatchRunner.Result result = run(jobs, 1, full);

    assertThat(result.obstacle())
        .contains(
            new JobError(
                "disk-full",
                "the disk of " + out + " is full; free some space and continue with --resume"));
    assertThat(queue.counts())
        .containsEntry(JobState.DONE, 2)
        .containsEntry(JobState.WAITING, 3)
        .containsEntry(JobState.FAILED, 0)
        .containsEntry(JobState.RUNNING, 0);
    assertThat(queue.job(third).orElseThrow().attempts()).isZero();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).as("neither a part nor a hidden file stays").hasSize(2);
    }

    run(queue.unfinished(), 1, BatchListener.NONE);

    assertThat(queue.counts()).containsEntry(JobState.DONE, 5);
  }

  @Test
  void aFullDiskIsKnownByWhatTheSystemSaysWhicheverItIs() {
    for (String words :
        List.of(
            "No space left on device",
            "There is not enough space on the disk",
            "Disk quota exceeded")) {
      PhotoException failure =
          new PhotoException(
              Kind.WRITE_FAILED, out.resolve("a.png"), "was not written", new IOException(words));
      assertThat(Obstacle.isFullDisk(failure, out)).as(words).isTrue();
    }
    PhotoException other =
        new PhotoException(
            Kind.WRITE_FAILED, out, "was not written", new IOException("Input/output error"));
    assertThat(Obstacle.isFullDisk(other, out)).isFalse();
  }

  @Test
  void whereMemoryRunsOutASmallerTileIsTriedAndTheReportSaysSo() throws Exception {
    Path input = folder.resolve("large.png");
    TinyPictures.write(input, 500, 430, 7);
    AtomicBoolean scarce = new AtomicBoolean(true);
    List<String> sentences = new ArrayList<>();
    BatchListener runsOut =
        new BatchListener() {
          @Override
          public void advanced(Job job, Stage stage, long done, long total) {
            if (stage == Stage.NETWORK && scarce.getAndSet(false)) {
              throw new OutOfMemoryError("for one tile");
            }
          }

          @Override
          public void noted(Job job, String sentence) {
            sentences.add(sentence);
          }
        };
    Job job = queue.add(TinyPictures.order(input, out, settings(TILE)));

    run(List.of(job), 1, runsOut);

    Job done = queue.job(job.id()).orElseThrow();
    int smaller = done.tile().orElseThrow();
    assertThat(done.state()).isEqualTo(JobState.DONE);
    assertThat(done.tileShrunk()).isTrue();
    assertThat(smaller).isLessThan(TILE);
    assertThat(done.report().orElseThrow().tile().shrunk()).isTrue();
    assertThat(sentences)
        .containsExactly("memory ran out; once more with tiles of " + smaller + " pixels");

    Path asked = Files.createDirectories(folder.resolve("asked"));
    Job same = queue.add(TinyPictures.order(input, asked, settings(smaller)));
    run(List.of(same), 1, BatchListener.NONE);
    assertThat(queue.job(same.id()).orElseThrow().report().orElseThrow().tile().shrunk()).isFalse();
    assertThat(out.resolve("large.png"))
        .as("byte for byte what the smaller tile gives when it is asked for")
        .hasSameBinaryContentAs(asked.resolve("large.png"));
  }

  @Test
  void whereMemoryRunsOutForTheSmallestTileThePhotoFailsAlone() throws Exception {
    List<Job> jobs = add(TinyPictures.write(folder.resolve("in"), 2), out, settings(TILE));
    long first = jobs.getFirst().id();
    BatchListener runsOut =
        new BatchListener() {
          @Override
          public void advanced(Job job, Stage stage, long done, long total) {
            if (stage == Stage.NETWORK && job.id() == first) {
              throw new OutOfMemoryError("for any tile");
            }
          }
        };

    BatchRunner.Result result = run(jobs, 1, runsOut);

    assertThat(result.obstacle()).isEmpty();
    assertThat(queue.job(first).orElseThrow().error().orElseThrow().message())
        .startsWith("p000.png: ");
    assertThat(queue.counts()).containsEntry(JobState.DONE, 1).containsEntry(JobState.FAILED, 1);
  }
}
