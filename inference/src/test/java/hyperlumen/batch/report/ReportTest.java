package hyperlumen.batch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hyperlumen.batch.BatchException;
import hyperlumen.batch.JobError;
import hyperlumen.batch.Machine;
import hyperlumen.batch.Metrics;
import hyperlumen.batch.Report;
import hyperlumen.batch.Report.Entry;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.progress.Progress;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import hyperlumen.write.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports: the same facts in every form, merged without loss. */
class ReportTest {

  private static final Machine MACHINE = new Machine("a <processor>", 2, null);

  @TempDir private Path folder;

  private static Entry done(String input, String output, String hash, double psnr) {
    Metrics own = new Metrics(psnr, 0.9, 0.95, false);
    return new Entry(
        input,
        output,
        "done",
        null,
        new Report.ModelName("denoise-fast", "ab"),
        640,
        480,
        0.3072,
        new Report.Flop(1000, 2000, "1 MAC = 2 FLOP"),
        new Report.Seconds(0.1, 0.2, 3, 0.1, 0.4, 3.5, 3.2),
        new Report.Memory(5L, 6, 7, false),
        new Report.Tile(416, 64, 4, false),
        1.0,
        own,
        Map.of("other", new Report.Baseline("o.png", new Metrics(psnr - 2, 0.8, 0.9, false))),
        new Report.Hashes("s", hash));
  }

  private static Report report(Entry... entries) {
    return new Report(Report.SCHEMA, MACHINE, List.of(entries));
  }

  @Test
  void jsonComesBackAsItWas() throws Exception {
    Report report =
        report(
            done("a.png", "o/a.png", "x", 31),
            Entry.failed("b.png", "o/b.png", new JobError("damaged", "b.png: is damaged")));
    Path file = folder.resolve("r.json");
    ReportFile.write(report, file);
    assertThat(ReportJson.read(file)).isEqualTo(report);
  }

  @Test
  void mergedShardsAreOneRunWhateverTheirOrder() throws Exception {
    Entry a = done("a.png", "o/a.png", "x", 31);
    Entry b = done("b.png", "o/b.png", "y", 32);
    Entry c = Entry.failed("c.png", "o/c.png", new JobError("damaged", "c.png: is damaged"));
    assertThat(ReportMerge.of(List.of(report(b, c), report(a)))).isEqualTo(report(a, b, c));
    assertThat(ReportMerge.of(List.of(report(a), report(c, b)))).isEqualTo(report(a, b, c));
  }

  @Test
  void ofAnInputInTwoReportsTheOneThatIsDoneCounts() throws Exception {
    Entry failed = Entry.failed("a.png", "o/a.png", new JobError("io", "a.png: cannot be read"));
    Entry done = done("a.png", "o/a.png", "x", 31);
    assertThat(ReportMerge.of(List.of(report(failed), report(done)))).isEqualTo(report(done));
    assertThat(ReportMerge.of(List.of(report(done), report(failed)))).isEqualTo(report(done));
    Entry other = done("a.png", "o/a.png", "y", 31);
    assertThatThrownBy(() -> ReportMerge.of(List.of(report(done), report(other))))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining("a.png");
  }

  @Test
  void whatIsNoReportIsRefusedInWords() throws Exception {
    for (String text : new String[] {"", "[]", "{}", "null", "{\"schema\":2}", "[[[[[["}) {
      Path file = Files.writeString(folder.resolve("r.json"), text);
      assertThatThrownBy(() -> ReportJson.read(file))
          .isInstanceOf(BatchException.class)
          .hasMessageStartingWith("r.json: ");
    }
  }

  @Test
  void meanMedianAndTheWorstFirst() {
    List<Double> values = List.of(5.0, 1.0, 4.0, 2.0);
    Statistics all = Statistics.of(values, Object::toString, v -> v).orElseThrow();
    assertThat(all.mean()).isCloseTo(3, within(1e-12));
    assertThat(all.median()).isCloseTo(3, within(1e-12));
    assertThat(all.worst().getFirst()).isEqualTo(new Statistics.Case("1.0", 1));
    assertThat(
            Statistics.of(List.of(7.0, 9.0, 8.0), Object::toString, v -> v).orElseThrow().median())
        .isEqualTo(8);
    assertThat(Statistics.of(List.of("a"), v -> v, v -> (Double) null)).isEmpty();
  }

  @Test
  void thePageHoldsItsPicturesAndLinksNowhere() throws Exception {
    Path before = picture("a&b.png", 0.2f);
    Path after = picture("after.png", 0.8f);
    Path page = folder.resolve("r.html");

    ReportFile.write(report(done(before.toString(), after.toString(), "x", 31.25)), page);

    String html = Files.readString(page);
    assertThat(html).contains("31.25").contains("29.25").contains("<th>network</th>");
    assertThat(html).contains("a&amp;b.png").doesNotContain("a&b.png");
    assertThat(html).contains("a &lt;processor&gt;").contains("<svg ");
    assertThat(html.split("data:image/jpeg;base64,", -1)).hasSize(5);
    assertThat(html).doesNotContain("http").doesNotContain("<script").doesNotContain("<link");
    Matcher sources = Pattern.compile("(src|href)=\"(?!data:)").matcher(html);
    assertThat(sources.find()).isFalse();
  }

  private Path picture(String name, float grey) throws Exception {
    Raster raster = new Raster(3, 40, 60);
    java.util.Arrays.fill(raster.samples(), grey);
    Path file = folder.resolve(name);
    PhotoWriter.write(
        RasterSource.of(raster), file, OutputSpec.of(OutputFormat.PNG8, "test"), Progress.NONE);
    return file;
  }

  @Test
  void csvQuotesWhatNeedsIt() throws Exception {
    Path file = folder.resolve("r.csv");
    ReportFile.write(
        report(Entry.failed("a,b.png", "o", new JobError("io", "it said \"no\""))), file);
    assertThat(Files.readString(file)).contains("\"a,b.png\"").contains("\"it said \"\"no\"\"\"");
  }
}
