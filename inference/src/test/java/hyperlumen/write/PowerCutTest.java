package hyperlumen.write;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is flushed to the disk and in what order, so that a power cut leaves no torn picture. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "names cannot be flushed there")
class PowerCutTest {

  private static final byte[] PRECIOUS = "precious".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = new byte[0];

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "DNG")
  void whateverMomentThePowerGoesTheNameStandsForTheOldFileOrTheWholeNewOne(OutputFormat format)
      throws Exception {
    Path file = Files.write(folder.resolve("out"), PRECIOUS);
    ForgetfulDisk disk = new ForgetfulDisk(folder, PRECIOUS);
    OutputSpec spec = OutputSpec.of(format, "Hyperlumen test").withOverwrite(true);

    PhotoWriter.write(
        new GradientSource(new Size(50, 300), 3, 255), file, spec, Progress.NONE, disk);

    byte[] whole = Files.readAllBytes(file);
    assertThat(disk.leftByPowerCuts()).hasSizeGreaterThan(5).contains(PRECIOUS, whole);
    assertThat(disk.leftByPowerCuts())
        .allSatisfy(left -> assertThat(List.of(PRECIOUS, whole)).contains(left));
  }

  @Test
  void theFileIsFlushedThenSeenThenNamedAndThenTheNameIsFlushed() throws Exception {
    ForgetfulDisk disk = new ForgetfulDisk(folder, NOTHING);
    Path target = folder.resolve("out");

    try (AtomicFile file = AtomicFile.create(target, false, disk)) {
      file.write(PRECIOUS);
      file.commit(
          complete -> {
            assertThat(complete).hasBinaryContent(PRECIOUS);
            assertThat(target).doesNotExist();
            disk.called("seen");
          });
    }

    assertThat(disk.calls()).containsExactly("write", "flush", "seen", "name", "flush the name");
    assertThat(target).hasBinaryContent(PRECIOUS);
  }
}
