package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.tests.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system sees the whole program flush, and when: what a power cut can take. */
class FlushOrderTest {

  @TempDir private Path folder;

  @Test
  void pictureThenQueueThenNameThenFolderThenQueueAreFlushed() throws Exception {
    Path calls = folder.resolve("calls");
    List<String> traced =
        List.of(
            "strace",
            "-f",
            "-y",
            "-qq",
            "-e",
            "trace=fsync,fdatasync,link,linkat,rename",
            "-o",
            calls.toString());
    assumeTrue(works(), "strace is not installed or not permitted");
    Sandbox sandbox = Sandbox.in(folder);
    SmallPicture.write(sandbox.work().resolve("small.png"));

    Outcome run = Program.runUnder(traced, sandbox, "enhance", "small.png", "--out", "out");

    assertThat(run.code()).as(run.err()).isZero();
    List<String> steps =
        Files.readAllLines(calls).stream()
            .map(FlushOrderTest::step)
            .flatMap(Optional::stream)
            .toList();
    int flushed = steps.indexOf("picture");
    assertThat(flushed).isNotNegative();
    assertThat(steps.subList(flushed, steps.size()))
        .startsWith("picture", "queue", "name", "folder", "queue");
  }

  private static Optional<String> step(String call) {
    boolean flush = call.contains("sync(");
    if (flush && call.contains("queue.sqlite")) {
      return Optional.of("queue");
    }
    if (flush && call.contains("/.hyperlumen-")) {
      return Optional.of("picture");
    }
    if (flush && call.contains("/out>")) {
      return Optional.of("folder");
    }
    return call.contains("small.png\"") ? Optional.of("name") : Optional.empty();
  }

  private static boolean works() throws InterruptedException {
    try {
      return new ProcessBuilder("strace", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // It is not installed.
    }
  }
}
