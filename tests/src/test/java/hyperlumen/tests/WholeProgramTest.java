package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.tests.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both samples through the program and their default models, in an empty home. */
class WholeProgramTest {

  private static final Path RAW = Program.SAMPLES.resolve("raw-sample.dng");
  private static final Path NOISY = Program.SAMPLES.resolve("noisy-sample.png");

  /** Linear, because that is how the clean original was rendered. */
  private static final List<Object> COMMAND =
      List.of("enhance", RAW, NOISY, "--out", "out", "--look", "linear", "--exposure", "0");

  @TempDir private static Path folder;

  private static Sandbox sandbox;
  private static byte[] rawBytes;
  private static byte[] noisyBytes;
  private static Outcome first;

  @BeforeAll
  static void enhanceBothSamples() throws Exception {
    sandbox = Sandbox.in(folder);
    rawBytes = Files.readAllBytes(RAW);
    noisyBytes = Files.readAllBytes(NOISY);
    first = run("--tile", "512", "--threads", "2", "--report", "report.json");
  }

  private static Outcome run(Object... more) throws Exception {
    Object[] arguments = Arrays.copyOf(COMMAND.toArray(), COMMAND.size() + more.length);
    System.arraycopy(more, 0, arguments, COMMAND.size(), more.length);
    return Program.run(sandbox, arguments);
  }

  private static Path output(String name) {
    return sandbox.work().resolve("out").resolve(name);
  }

  @Test
  void bothAreDoneAndNamedOnStandardOutput() {
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out().lines().map(line -> line.replace('\\', '/')))
        .containsExactly("out/raw-sample.tif", "out/noisy-sample.png");
  }

  @Test
  void aRawPhotoBecomesATiffOfItsSize() throws IOException {
    try (ImageInputStream file =
        ImageIO.createImageInputStream(output("raw-sample.tif").toFile())) {
      ImageReader reader = ImageIO.getImageReaders(file).next();
      assertThat(reader.getFormatName()).isEqualTo("tif");
      reader.setInput(file);
      assertThat(reader.getWidth(0)).isEqualTo(1600);
      assertThat(reader.getHeight(0)).isEqualTo(1200);
      assertThat(reader.getRawImageType(0).getSampleModel().getSampleSize())
          .containsExactly(16, 16, 16);
      reader.dispose();
    }
  }

  /** Measured: 23.9 dB before, 29.8 dB after. */
  @Test
  void theNoisyPictureIsCloserToTheTruthThanItWas() throws IOException {
    Picture clean = Picture.of(Program.SAMPLES.resolve("noisy-sample-clean.png"));
    Picture after = Picture.of(output("noisy-sample.png"));
    assertThat(after.width()).isEqualTo(1200);
    assertThat(after.height()).isEqualTo(800);
    assertThat(after.white()).isEqualTo(255);
    assertThat(after.psnr(clean)).isGreaterThan(Picture.of(NOISY).psnr(clean) + 4);
  }

  @Test
  void theReportSaysWhatWasDoneAndWhatItCost() throws IOException {
    ReportJson report = ReportJson.read(sandbox.work().resolve("report.json"));
    assertThat(report.files()).hasSize(2);
    report.assertDone(0, RAW, Path.of("out", "raw-sample.tif"), "isp", 1600, 1200);
    report.assertDone(1, NOISY, Path.of("out", "noisy-sample.png"), "denoise-fast", 1200, 800);
  }

  @Test
  void nothingIsLeftButOutputsReportAndOurCache() throws IOException {
    assertThat(sandbox.files())
        .containsExactly(
            "work/out/noisy-sample.png", "work/out/raw-sample.tif", "work/report.json");
    assertThat(sandbox.cache()).isDirectory();
  }

  @Test
  void theSourcesAreUntouched() throws IOException {
    assertThat(RAW).hasBinaryContent(rawBytes);
    assertThat(NOISY).hasBinaryContent(noisyBytes);
  }

  @Test
  void outputsThatExistAreSkippedAndOverwritingMakesTheSameBytes() throws Exception {
    byte[] raw = Files.readAllBytes(output("raw-sample.tif"));
    byte[] noisy = Files.readAllBytes(output("noisy-sample.png"));

    Outcome second = run();
    assertThat(second.code()).isZero();
    assertThat(second.out()).isEmpty();
    assertThat(second.err())
        .contains("raw-sample.dng: skipped")
        .contains("noisy-sample.png: skipped");
    assertThat(output("raw-sample.tif")).hasBinaryContent(raw);

    for (int threads = 1; threads <= 3; threads += 2) {
      Outcome again = run("--tile", "512", "--threads", threads, "--overwrite");
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(output("raw-sample.tif")).hasBinaryContent(raw);
      assertThat(output("noisy-sample.png")).hasBinaryContent(noisy);
    }
  }
}
