package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.tests.Program.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program makes of the RAW sample, at 16 bits. */
class RawPictureTest {

  @TempDir private static Path folder;

  private static Picture enhanced;

  @BeforeAll
  static void enhance() throws Exception {
    enhanced = picture("--tile", "512");
  }

  /** Linear, because that is how the clean original was rendered. */
  private static Picture picture(String option, String value) throws Exception {
    Sandbox sandbox = Sandbox.in(folder.resolve(option + value));
    Outcome run =
        Program.run(
            sandbox,
            "enhance",
            Program.SAMPLES.resolve("raw-sample.dng"),
            "--out",
            "out",
            "--format",
            "png16",
            "--look",
            "linear",
            "--exposure",
            "0",
            option,
            value);
    assertThat(run.code()).as(run.err()).isZero();
    return Picture.of(sandbox.work().resolve("out/raw-sample.png"));
  }

  @Test
  void hasTheSizeOfThePhoto() {
    assertThat(enhanced.width()).isEqualTo(1600);
    assertThat(enhanced.height()).isEqualTo(1200);
    assertThat(enhanced.white()).isEqualTo(65535);
  }

  /** Measured: 26.0 dB developed without a network, 27.3 dB with it. */
  @Test
  void isCloserToTheTruthThanPlainDevelopment() throws Exception {
    Picture clean = Picture.of(Program.SAMPLES.resolve("raw-sample-clean.png"));
    Picture plain = picture("--strength", "0");
    assertThat(enhanced.psnr(clean)).isGreaterThan(plain.psnr(clean) + 0.7);
  }

  /** Within 1e-3 of white. */
  @Test
  void isTheSameWithTilesOfAnotherSize() throws Exception {
    int difference = enhanced.largestDifference(picture("--tile", "1024"));
    System.out.println("tile 512 against 1024: at most " + difference + " of 65535");
    assertThat(difference).isLessThanOrEqualTo(65);
  }
}
