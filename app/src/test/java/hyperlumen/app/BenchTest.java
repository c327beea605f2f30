package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.batch.Machine;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RawPhoto;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.photo.Size;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The benchmark's parts; what it measures is nothing for a test. */
class BenchTest {

  private static final BenchResult RESULT =
      new BenchResult(
          new Machine("test", 2, 200.0),
          200,
          new double[] {0, 0},
          1,
          List.of(entry(10, 2, 100e9), entry(40, 9, 120e9)),
          List.of(new BenchResult.Filters("m", 90, 60)),
          List.of(),
          List.of());

  @TempDir private Path folder;

  private static BenchResult.Entry entry(double megapixels, double network, double useful) {
    return new BenchResult.Entry(
        "m",
        megapixels,
        useful / 1e9,
        0.7,
        512,
        new BenchResult.Seconds(0.1, 0.1, network, 0.1, 0.1, 1.5 * network, 1.2 * network),
        new BenchResult.Flop(useful, 1.2 * useful),
        new BenchResult.Memory(500_000_000L, 400_000_000L));
  }

  @Test
  void photosHaveTheSizeAndKindThatWasAskedFor() throws Exception {
    assertThat(BenchPhoto.size(24).megapixels()).isBetween(23.7, 24.3);
    Size size = new Size(96, 64);
    Path dng = folder.resolve("p.dng");
    Path tiff = folder.resolve("p.tif");
    BenchPhoto.writeDng(size, dng);
    BenchPhoto.writeTiff(size, tiff);

    Photo raw = PhotoReader.read(dng, Progress.NONE);
    assertThat(raw).isInstanceOf(RawPhoto.class);
    assertThat(raw.size()).isEqualTo(size);
    Photo rgb = PhotoReader.read(tiff, Progress.NONE);
    assertThat(rgb).isInstanceOf(RgbPhoto.class);
    assertThat(rgb.size()).isEqualTo(size);
  }

  @Test
  void ratiosAreThoseOfTheFigures() {
    Map<String, Double> ratios = RESULT.ratios();

    assertThat(ratios.get("m/10/executed share of peak")).isEqualTo(0.7);
    assertThat(ratios.get("m/10/useful share of peak")).isEqualTo(0.5);
    assertThat(ratios.get("m/40/total over network")).isEqualTo(1.5);
    assertThat(ratios.get("m/40/forecast over memory")).isEqualTo(0.8);
    assertThat(ratios.get("m/baked over given filters")).isEqualTo(1.5);
    // 2 s for 10 megapixels, 9 s for 40: 0.2 and 0.225 s each.
    assertThat(ratios.get("m/10 to 40/growth per megapixel")).isEqualTo(1.125);
  }

  @Test
  void aRatioOutOfBoundsOrNotMeasuredFailsTheCheck() throws Exception {
    Path bounds =
        Files.writeString(
            folder.resolve("bounds.json"),
            """
            {"m/10/useful share of peak": {"least": 0.45},
             "m/40/total over network": {"most": 1.4},
             "other/10/useful share of peak": {"least": 0.1}}
            """);

    assertThat(BenchCheck.failures(bounds, RESULT.ratios()))
        .containsExactly(
            "m/40/total over network is 1.500, not within at most 1.4",
            "other/10/useful share of peak was not measured");
  }

  @Test
  void thePlotIsADrawingWithALinePerModelAndPanel() throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(BenchPlot.svg(RESULT))));

    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
  }

  @Test
  void wrongUsage() {
    CostCommandTest.assertWrong(Run.of("bench", "--size", "0"), "megapixels");
    CostCommandTest.assertWrong(Run.of("bench", "--rounds", "0"), "at least one round");
    CostCommandTest.assertWrong(Run.of("bench", "--check", "nowhere.json"), "cannot be read");
  }
}
