package hyperlumen.read.bitmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RgbPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged and hostile files collected from other projects: a picture or a worded error. */
class MalformedPicturesTest {

  /** Five seconds is what a user is promised; a hang is what this finds. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void everyFileGivesAPictureOrAWordedError() throws IOException {
    Path folder =
        Path.of(System.getProperty("hyperlumen.root", "."))
            .resolveSibling("shared")
            .resolve("data/malformed");
    assumeTrue(Files.isDirectory(folder), "the collection is not here");
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      assertTimeoutPreemptively(LIMIT, () -> check(file), file::toString);
    }
  }

  private static void check(Path file) {
    try {
      RgbPhoto photo = BitmapReader.read(file);
      assertThat(photo.size().pixels()).isPositive();
    } catch (PhotoException e) {
      String name = file.getFileName() + ": ";
      assertThat(e.getMessage()).startsWith(name);
      assertThat(e.getMessage().substring(name.length())).isNotBlank().doesNotContain("null");
    }
  }
}
