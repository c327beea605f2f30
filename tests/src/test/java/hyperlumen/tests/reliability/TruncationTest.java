package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files cut short, through the reader and through {@code inspect}, at few places; {@link
 * TruncationMain} is the long run.
 */
class TruncationTest {

  private static final Path ROOT =
      Path.of(System.getProperty("hyperlumen.root", "..")).toAbsolutePath().normalize();

  private static final Path DATA = ROOT.resolveSibling("shared").resolve("data");

  @TempDir private Path folder;

  @Test
  void aFileIsCutAtAsManyDifferentPlacesAsAsked() {
    NavigableSet<Long> lengths = Truncations.lengths(2_000_000, 200);
    assertThat(lengths).hasSize(200);
    assertThat(lengths.first()).isZero();
    assertThat(lengths.last()).isBetween(1_900_000L, 1_999_999L);
    assertThat(lengths.headSet(1000L)).hasSizeGreaterThan(30);
    assertThat(Truncations.lengths(10, 200)).allMatch(length -> length >= 0 && length < 10);
  }

  @Test
  void ourSamplesCutShortAreRefusedInOneSentence() throws Exception {
    Truncations cut = new Truncations(folder);
    for (Path sample : TruncationMain.files(ROOT.resolve("assets/samples"))) {
      cut.cut(sample, 20);
    }
    assertThat(cut.findings()).isEmpty();
    // Nothing of them is readable without its end.
    assertThat(cut.outcomes()).containsOnlyKeys("DAMAGED", "UNSUPPORTED");
    assertThat(cut.inputs()).isGreaterThanOrEqualTo(4 * 20);
  }

  @Test
  void camerasFilesCutShortGiveAPhotoOrASentence() throws Exception {
    assumeTrue(Files.isDirectory(DATA.resolve("raw")), "needs the cameras' files");
    Truncations cut = new Truncations(folder);
    for (Path sample : TruncationMain.files(DATA.resolve("raw"))) {
      cut.cut(sample, 8);
    }
    assertThat(cut.findings()).isEmpty();
  }

  @Test
  void brokenFilesGiveAPhotoOrASentence() throws Exception {
    assumeTrue(Files.isDirectory(DATA.resolve("malformed")), "needs the broken files");
    Truncations broken = new Truncations(folder);
    for (Path file : TruncationMain.files(DATA.resolve("malformed"))) {
      broken.whole(file);
    }
    assertThat(broken.findings()).isEmpty();
  }
}
