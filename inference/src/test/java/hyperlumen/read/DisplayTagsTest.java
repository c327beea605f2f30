package hyperlumen.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTagsTest {

  @TempDir Path folder;

  @Test
  void whatCannotBeReadHasNoTags() throws IOException {
    assertThat(DisplayTags.of(folder.resolve("none.jpg"))).isEqualTo(DisplayTags.NONE);
    assertThat(DisplayTags.of(folder)).isEqualTo(DisplayTags.NONE);
    assertThat(DisplayTags.of(Files.write(folder.resolve("empty.jpg"), new byte[0])))
        .isEqualTo(DisplayTags.NONE);
    assertThat(DisplayTags.of(Files.writeString(folder.resolve("text.dng"), "II, but no TIFF")))
        .isEqualTo(DisplayTags.NONE);
  }

  @Test
  void hostileFilesHaveTagsOrNone() throws IOException {
    Path collection =
        Path.of(System.getProperty("hyperlumen.root", "."))
            .resolveSibling("shared")
            .resolve("data/malformed");
    assumeTrue(Files.isDirectory(collection), "the collection is not here");
    List<Path> files;
    try (Stream<Path> found = Files.walk(collection)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> assertThat(DisplayTags.of(file)).isNotNull(),
          file::toString);
    }
  }
}
