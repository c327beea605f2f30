package hyperlumen.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.dng.DngSamples;
import hyperlumen.read.dng.DngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes: a photo or one worded sentence. A seeded sample; the fuzzing of the module
 * tests is the long run.
 */
class RobustnessTest {

  private static final Path DATA =
      Path.of(System.getProperty("hyperlumen.root", ".")).resolveSibling("shared").resolve("data");

  /** Files of the collection of broken ones that are read in one run. */
  private static final int BROKEN_FILES = 40;

  /** Changed copies of each kind of our own DNG files. */
  private static final int CHANGED_COPIES = 80;

  @TempDir Path folder;

  /** Reads a file; false if it was refused. Anything but a worded refusal fails the test. */
  private static boolean read(Path file) throws CancelledException {
    try {
      return PhotoReader.read(file, Progress.NONE).size().pixels() > 0;
    } catch (PhotoException e) {
      String name = file.getFileName() + ": ";
      assertThat(e).hasMessageStartingWith(name);
      String sentence = e.getMessage().substring(name.length());
      assertThat(sentence).isNotBlank().doesNotContain("Exception", "null", "java.");
      return false;
    }
  }

  static List<UnaryOperator<DngWriter>> variants() {
    return DngSamples.VARIANTS;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void changedBytesGiveAPhotoOrASentence(UnaryOperator<DngWriter> variant) throws Exception {
    Path file = folder.resolve("changed.dng");
    byte[] whole = DngSamples.bytes(file, variant);
    assertThat(read(file)).isTrue();
    Random random = new Random(11);
    for (int i = 0; i < CHANGED_COPIES; i++) {
      byte[] bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        // Half of them among the directories, which stand at the end.
        int span = random.nextBoolean() ? bytes.length : Math.min(700, bytes.length);
        int at = bytes.length - 1 - random.nextInt(span);
        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 255);
      }
      Files.write(file, bytes);
      read(file);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void filesCutShortAreRefused(UnaryOperator<DngWriter> variant) throws Exception {
    Path file = folder.resolve("cut.dng");
    byte[] whole = DngSamples.bytes(file, variant);
    for (int i = 0; i < 40; i++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * i / 40));
      assertThat(read(file)).isFalse();
    }
  }

  @Test
  void brokenFilesOfOtherProjectsGiveAPhotoOrASentence() throws IOException, CancelledException {
    assumeTrue(Files.isDirectory(DATA.resolve("malformed")), "needs the broken files");
    List<Path> files;
    try (Stream<Path> found = Files.walk(DATA.resolve("malformed"))) {
      files = new ArrayList<>(found.filter(Files::isRegularFile).sorted().toList());
    }
    Collections.shuffle(files, new Random(5));
    for (Path file : files.subList(0, Math.min(BROKEN_FILES, files.size()))) {
      Path plain = folder.resolve("broken");
      Files.copy(file, plain, StandardCopyOption.REPLACE_EXISTING);
      plain.toFile().setWritable(true);
      read(plain);
    }
  }

  @Test
  void whatIsNoFileIsSaidSo() throws CancelledException {
    assertThat(read(folder.resolve("absent.dng"))).isFalse();
    assertThat(read(folder)).isFalse();
  }
}
