package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.tests.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read do not stop the others, and leave nothing behind. */
class BadInputTest {

  @TempDir private Path folder;

  @Test
  void theGoodOneIsDoneAndEachBadOneGetsASentence() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    Path photos = Files.createDirectories(sandbox.work().resolve("photos"));
    SmallPicture.write(photos.resolve("good.png"));
    byte[] dng = Files.readAllBytes(Program.SAMPLES.resolve("raw-sample.dng"));
    Files.write(photos.resolve("cut.dng"), Arrays.copyOf(dng, dng.length / 3));
    Files.writeString(photos.resolve("letter.jpg"), "Dear reader, this is no picture.\n");

    Outcome run =
        Program.run(sandbox, "enhance", "photos", "--out", "out", "--report", "report.json");

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out().strip().replace('\\', '/')).isEqualTo("out/good.png");
    for (String bad : new String[] {"cut.dng", "letter.jpg"}) {
      assertThat(run.err().lines().filter(line -> line.contains(bad) && line.contains("failed")))
          .hasSize(1);
    }
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(sandbox.files())
        .containsExactly(
            "work/out/good.png",
            "work/photos/cut.dng",
            "work/photos/good.png",
            "work/photos/letter.jpg",
            "work/report.json");
    ReportJson report = ReportJson.read(sandbox.work().resolve("report.json"));
    assertThat(report.files()).hasSize(3);
    report.assertFailed(0, "cut.dng");
    report.assertDone(
        1,
        Path.of("photos", "good.png"),
        Path.of("out", "good.png"),
        "denoise-fast",
        SmallPicture.WIDTH,
        SmallPicture.HEIGHT);
    report.assertFailed(2, "letter.jpg");
  }

  @Test
  void wrongUsageStartsNothing() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    SmallPicture.write(sandbox.work().resolve("good.png"));

    Outcome run = Program.run(sandbox, "enhance", "good.png", "--out", "out", "--model", "none");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no model 'none'");
    assertThat(sandbox.files()).containsExactly("work/good.png");
  }

  @Test
  void anInputIsNeverItsOwnOutput() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    Path photo = SmallPicture.write(sandbox.work().resolve("good.png"));
    byte[] before = Files.readAllBytes(photo);

    Outcome run = Program.run(sandbox, "enhance", "good.png", "--out", ".", "--overwrite");

    assertThat(run.code()).isEqualTo(2);
    assertThat(photo).hasBinaryContent(before);
    assertThat(sandbox.files()).containsExactly("work/good.png");
  }
}
