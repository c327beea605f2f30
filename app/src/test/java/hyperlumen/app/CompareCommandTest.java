package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics told by the command line. */
class CompareCommandTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("Noise of sigma 10 costs 20 log10(255 / 10) = 28.1 dB")
  void knownNoise() throws Exception {
    Path clean = Samples.png(folder.resolve("clean.png"), 200, 190, 0);
    Path noisy = Samples.png(folder.resolve("noisy.png"), 200, 190, 10);

    Run run = Run.of("compare", "--reference", clean, noisy, "--json");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode metrics = Json.MAPPER.readTree(run.out()).get(0).get("metrics");
    assertThat(metrics.get("psnr").asDouble()).isCloseTo(28.13, within(0.1));
    assertThat(metrics.get("ssim").asDouble()).isBetween(0.3, 0.95);
    assertThat(metrics.get("msSsim").asDouble()).isBetween(0.5, 1.0);
    assertThat(metrics.get("identical").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("A picture equals itself")
  void identical() throws Exception {
    Path clean = Samples.png(folder.resolve("clean.png"), 40, 30, 0);

    Run run = Run.of("compare", "--reference", clean, clean);

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("identical").contains("1.0000");
  }

  @Test
  @DisplayName("Folders are compared by base name, whatever the ending; others are left out")
  void folders() throws Exception {
    Path right = Files.createDirectory(folder.resolve("right"));
    Path tried = Files.createDirectory(folder.resolve("tried"));
    Samples.png(right.resolve("a.png"), 40, 30, 0);
    Samples.png(right.resolve("b.png"), 40, 30, 0);
    Samples.png(tried.resolve("a.result"), 40, 30, 5);
    Samples.png(tried.resolve("c.png"), 40, 30, 5);

    Run run = Run.of("compare", "--reference", right, tried, "--json");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode rows = Json.MAPPER.readTree(run.out());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("image").asText()).endsWith("a.result");
  }

  @Test
  @DisplayName(
      "Each of several folders has a mean of its own, and pictures without partner are said")
  void severalFolders() throws Exception {
    Path right = Files.createDirectory(folder.resolve("right"));
    Path near = Files.createDirectory(folder.resolve("near"));
    Path far = Files.createDirectory(folder.resolve("far"));
    for (String name : new String[] {"a.png", "b.png", "c.png"}) {
      Samples.png(right.resolve(name), 40, 30, 0);
      Samples.png(near.resolve(name), 40, 30, 2);
    }
    Samples.png(far.resolve("a.png"), 40, 30, 20);
    Samples.png(far.resolve("b.png"), 40, 30, 20);

    Run run = Run.of("compare", "--reference", right, near, far);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("mean of 3 in " + near, "mean of 2 in " + far)
        .contains("lowest PSNR in " + near + ":", "lowest PSNR in " + far + ":");
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "hyperlumen: " + far + " has none of the name of 1 of 3 files in " + right + ": c");

    Run asJson = Run.of("compare", "--reference", right, near, far, "--json", "--summary");
    JsonNode result = Json.MAPPER.readTree(asJson.out());
    assertThat(result.at("/summary/psnr/count").asInt()).isEqualTo(5);
    assertThat(mean(result, near)).isCloseTo(42.1, within(0.5));
    assertThat(mean(result, far)).isCloseTo(22.1, within(0.5));
  }

  private static double mean(JsonNode result, Path folder) {
    return result.get("folders").get(folder.toString()).at("/psnr/mean").asDouble();
  }

  @Test
  @DisplayName("A picture of another size fails by name; the others are measured")
  void otherSizeFails() throws Exception {
    Path clean = Samples.png(folder.resolve("clean.png"), 40, 30, 0);
    Path small = Samples.png(folder.resolve("small.png"), 20, 30, 0);

    Run run = Run.of("compare", "--reference", clean, small, clean);

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("small.png").contains("20x30").contains("40x30");
    assertThat(run.out()).contains("identical");
  }

  @Test
  @DisplayName("Sensor data is not compared; a folder not with a file")
  void wrongInput() {
    Path raw = Samples.root().resolve("assets/samples/raw-sample.dng");

    assertThat(Run.of("compare", "--reference", raw, raw).err()).contains("sensor data");
    CostCommandTest.assertWrong(
        Run.of("compare", "--reference", raw, folder), "a folder can only be compared");
  }
}
