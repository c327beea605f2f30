package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.read.dng.DngWriter;
import hyperlumen.tests.Program.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A DNG whose pixels are not square is never stretched, and never silently. */
class PixelShapeTest {

  @TempDir private Path folder;

  /** A DNG of 96 x 64 samples that are to be shown twice as high. */
  private static void write(Path file) throws Exception {
    new DngWriter(new Size(96, 64))
        .levels(64, 4095)
        .asShotNeutral(0.5, 1, 0.6)
        .colorMatrix(1, 21, 1, 0, 0, 0, 1, 0, 0, 0, 1)
        .defaultScale(1, 2)
        .write(file, (y, row) -> Arrays.setAll(row, x -> 500 + 20 * x + y));
  }

  @Test
  void inspectAndEnhanceSaySoAndALinearDngKeepsIt() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    write(sandbox.work().resolve("wide.dng"));

    Outcome inspected = Program.run(sandbox, "inspect", "wide.dng", "--json");
    JsonNode facts = new ObjectMapper().readTree(inspected.out()).get(0);
    assertThat(facts.path("defaultScale").toString()).isEqualTo("[1.0,2.0]");
    assertThat(facts.path("pixelShape").asText()).contains("not square", "too wide");

    Outcome enhanced =
        Program.run(sandbox, "enhance", "wide.dng", "--out", "out", "--format", "dng");
    assertThat(enhanced.code()).as(enhanced.err()).isZero();
    assertThat(enhanced.err().lines().filter(line -> line.contains("not square"))).hasSize(1);
    assertThat(PhotoReader.read(sandbox.work().resolve("out/wide.dng"), Progress.NONE).pixelScale())
        .isEqualTo(new PixelScale(1, 2));
  }
}
