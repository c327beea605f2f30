package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlumen.photo.Size;
import hyperlumen.samples.SampleFiles;
import hyperlumen.tests.Program.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --memory} is kept; {@link LargePhotoMain} does the same with larger photos. */
class MemoryTest {

  /**
   * Measured with {@code --memory 600}: 640 MB. The rest is for virtual machines that begin with
   * more heap; a photo held whole in float32 would add 430 MB.
   */
  private static final long MOST = 900_000_000;

  @TempDir private Path folder;

  @Test
  void twelveMegapixelsStayWithinTheirBudget() throws Exception {
    Sandbox sandbox = Sandbox.in(folder);
    SampleFiles.writeLargeDng(new Size(4240, 2832), sandbox.work().resolve("large.dng"));

    Outcome run =
        Program.run(
            sandbox,
            "enhance",
            "large.dng",
            "--out",
            "out",
            "--memory",
            "600",
            "--report",
            "report.json");

    assertThat(run.code()).as(run.err()).isZero();
    ReportJson report = ReportJson.read(sandbox.work().resolve("report.json"));
    report.assertDone(0, Path.of("large.dng"), Path.of("out", "large.tif"), "isp", 4240, 2832);
    JsonNode peak = report.files().getFirst().path("memory").path("peakRssBytes");
    assumeTrue(peak.isNumber(), "this system does not tell peak memory");
    System.out.println("12 MPix with --memory 600: peak " + peak.longValue() / 1_000_000 + " MB");
    assertThat(peak.longValue()).isLessThan(MOST);
  }
}
