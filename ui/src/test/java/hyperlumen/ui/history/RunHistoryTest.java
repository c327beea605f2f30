package hyperlumen.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.Size;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.CostReadout;
import hyperlumen.ui.service.ModelFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was run yesterday can be compared with what is run today. */
final class RunHistoryTest {

  @TempDir Path folder;

  private Path file;
  private Path photo;

  @BeforeEach
  void names() {
    file = folder.resolve("state/run-history");
    photo = folder.resolve("Grün & weiß.dng");
  }

  private static CostReadout cost(OptionalLong peak) {
    Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
    seconds.put(Stage.READ, 0.1);
    seconds.put(Stage.NETWORK, 2.5);
    return new CostReadout(
        new Size(400, 300), 1.5e11, 2e11, seconds, 3.25, peak, 512, 80, 6, 2, "3fa9");
  }

  private PastRun run(int second) {
    return new PastRun(
        photo,
        Instant.ofEpochSecond(1_700_000_000L + second),
        "denoise-fast",
        ModelFacts.Task.DENOISE,
        0.5,
        cost(OptionalLong.of(612_000_000)),
        Optional.of(new Quality(31.25, OptionalDouble.of(0.9), OptionalDouble.empty())));
  }

  private RunHistory open() {
    return RunHistory.in(file, Runnable::run);
  }

  @Test
  void runsOfAPhotoComeBackInTheNextSession() {
    PastRun bare =
        new PastRun(
            photo,
            Instant.ofEpochSecond(1_700_000_500L),
            "isp-fast",
            ModelFacts.Task.RAW_TO_PICTURE,
            1,
            cost(OptionalLong.empty()),
            Optional.empty());
    RunHistory history = open();
    history.add(run(1));
    history.add(bare);

    assertThat(open().of(photo)).containsExactly(run(1), bare);
    assertThat(open().of(folder.resolve("other.dng"))).isEmpty();
  }

  @Test
  void aQualityThatIsMeasuredLaterIsKept() {
    Quality better =
        new Quality(Double.POSITIVE_INFINITY, OptionalDouble.of(1), OptionalDouble.of(1));
    RunHistory history = open();
    history.add(run(1));
    history.replace(run(1), run(1).withQuality(better));
    assertThat(open().of(photo)).containsExactly(run(1).withQuality(better));
  }

  @Test
  void theOldestAreForgottenAndAllOnRequest() {
    // Kept up for the last write: a task that is not run writes nothing.
    List<Runnable> waiting = new ArrayList<>();
    RunHistory history = RunHistory.in(file, waiting::add);
    for (int i = 0; i < RunHistory.MOST + 3; i++) {
      history.add(run(i));
    }
    waiting.getLast().run();
    assertThat(open().of(photo)).hasSize(RunHistory.MOST).startsWith(run(3)).doesNotContain(run(2));
    open().clear();
    assertThat(open().of(photo)).isEmpty();
  }

  @Test
  void linesOfOthersAndHalfALineAreLeftOut() throws IOException {
    RunHistory history = open();
    history.add(run(1));
    history.add(run(2));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 120) + "\n\tx\n" + "9".repeat(9000));
    assertThat(open().of(photo)).containsExactly(run(1));
    Files.writeString(file, "something else\n" + text);
    assertThat(open().of(photo)).isEmpty();
  }

  @Test
  void aNameThatCouldPassForALineIsNotWritten() {
    Path odd = folder.resolve("a\tb.dng");
    RunHistory history = open();
    PastRun run = run(1);
    history.add(
        new PastRun(odd, run.ended(), run.model(), run.task(), 1, run.cost(), Optional.empty()));
    assertThat(history.of(odd)).hasSize(1);
    assertThat(open().of(odd)).isEmpty();
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    open().add(run(1));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
