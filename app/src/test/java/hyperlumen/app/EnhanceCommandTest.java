package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The command enhance: what comes out and what is refused. */
class EnhanceCommandTest extends SmallModelInstalled {

  @Test
  @DisplayName("One output per input of the input's format; standard output is their paths")
  void oneOutputPerInput() throws Exception {
    Samples.png(in.resolve("a.png"), 70, 50, 10);
    Samples.png(in.resolve("b.png"), 64, 64, 10);

    Run run = Run.of("enhance", in, "--out", out);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines())
        .containsExactly(out.resolve("a.png").toString(), out.resolve("b.png").toString());
    assertThat(Run.of("inspect", out.resolve("a.png")).out()).containsPattern("width +70");
  }

  @Test
  @DisplayName("The report holds measured values in the agreed form")
  void report() throws Exception {
    Samples.png(in.resolve("a.png"), 70, 50, 10);
    Path right = Files.createDirectory(folder.resolve("right"));
    Samples.png(right.resolve("a.png"), 70, 50, 0);
    Path bad = Files.writeString(in.resolve("bad.png"), "no picture");
    Path report = folder.resolve("reports/report.json");

    Run run =
        Run.of(
            "enhance",
            in.resolve("a.png"),
            bad,
            "--out",
            out,
            "--report",
            report,
            "--reference",
            right,
            "--baseline",
            "nothing=" + in);

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("bad.png");
    JsonNode tree = Json.MAPPER.readTree(Files.readString(report));
    assertThat(tree.get("schema").asInt()).isEqualTo(1);
    assertThat(tree.get("machine").get("threads").asInt()).isPositive();
    JsonNode done = tree.get("files").get(0);
    assertThat(done.get("status").asText()).isEqualTo("done");
    assertThat(done.get("error").isNull()).isTrue();
    assertThat(done.get("model").get("sha256").asText()).hasSize(64);
    assertThat(done.get("width").asInt()).isEqualTo(70);
    assertThat(done.get("megapixels").asDouble()).isEqualTo(0.0035);
    assertThat(done.get("flop").get("executed").asLong())
        .isGreaterThan(done.get("flop").get("useful").asLong());
    assertThat(done.get("flop").get("convention").asText()).isEqualTo("1 MAC = 2 FLOP");
    assertThat(done.get("seconds").get("total").asDouble())
        .isGreaterThanOrEqualTo(done.get("seconds").get("network").asDouble());
    assertThat(done.get("memory").get("photoBytes").asLong()).isEqualTo(70 * 50 * 3);
    assertThat(done.get("tile").get("halo").asInt()).isEqualTo(64);
    assertThat(done.get("metrics").get("psnr").asDouble()).isPositive();
    assertThat(done.get("baselines").get("nothing").get("metrics").get("psnr").asDouble())
        .isBetween(26.0, 30.0);
    JsonNode failed = tree.get("files").get(1);
    assertThat(failed.get("status").asText()).isEqualTo("failed");
    assertThat(failed.get("error").get("kind").asText()).isNotEmpty();
    assertThat(failed.get("error").get("message").asText()).contains("bad.png");
    assertThat(out.resolve("bad.png")).doesNotExist();
  }

  @Test
  @DisplayName("A reference of another size costs the metrics, not the photo")
  void unusableReference() throws Exception {
    Path photo = Samples.png(in.resolve("a.png"), 70, 50, 10);
    Path right = Files.createDirectory(folder.resolve("right"));
    Samples.png(right.resolve("a.png"), 30, 30, 0);
    Path report = folder.resolve("report.json");

    Run run = Run.of("enhance", photo, "--out", out, "--reference", right, "--report", report);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("not compared");
    JsonNode entry = Json.MAPPER.readTree(Files.readString(report)).get("files").get(0);
    assertThat(entry.get("status").asText()).isEqualTo("done");
    assertThat(entry.get("metrics").isNull()).isTrue();
  }

  @Test
  @DisplayName("Reports as CSV and HTML by their ending")
  void otherReports() throws Exception {
    Path photo = Samples.png(in.resolve("a.png"), 40, 40, 10);

    Run.of("enhance", photo, "--out", out, "--report", folder.resolve("r.csv"));
    Run.of("enhance", photo, "--out", out, "--overwrite", "--report", folder.resolve("r.html"));

    assertThat(Files.readAllLines(folder.resolve("r.csv"))).hasSize(2);
    assertThat(Files.readString(folder.resolve("r.csv"))).contains("seconds.network");
    assertThat(Files.readString(folder.resolve("r.html"))).contains("<th>useful</th>");
  }

  @Test
  @DisplayName("An output that exists is skipped and said so; --overwrite replaces it")
  void existingOutputs() throws Exception {
    Path photo = Samples.png(in.resolve("a.png"), 40, 40, 10);
    Files.createDirectories(out);
    Path result = Files.writeString(out.resolve("a.png"), "mine");

    Run skipped = Run.of("enhance", photo, "--out", out);

    assertThat(skipped.code()).isEqualTo(ExitCode.OK);
    assertThat(skipped.err()).contains("skipped").contains("--overwrite");
    assertThat(skipped.out()).isEmpty();
    assertThat(result).hasContent("mine");

    assertThat(Run.of("enhance", photo, "--out", out, "--overwrite").code()).isZero();
    assertThat(Files.size(result)).isGreaterThan(100);
  }

  @Test
  @DisplayName("An output that is an input is refused before anything starts, through links, too")
  void inputsAreNeverReplaced() throws Exception {
    Path photo = Samples.png(in.resolve("a.png"), 40, 40, 10);
    byte[] before = Files.readAllBytes(photo);
    Path link = Files.createSymbolicLink(folder.resolve("link"), in);
    Files.createDirectories(out);
    Files.createLink(out.resolve("a.png"), photo);

    CostCommandTest.assertWrong(
        Run.of("enhance", photo, "--out", in, "--overwrite"), "one of the inputs");
    CostCommandTest.assertWrong(
        Run.of("enhance", photo, "--out", link, "--overwrite"), "one of the inputs");
    CostCommandTest.assertWrong(
        Run.of("enhance", photo, "--out", out, "--overwrite"), "one of the inputs");
    CostCommandTest.assertWrong(
        Run.of("enhance", photo, "--out", folder.resolve("o"), "--report", photo),
        "one of the inputs");
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
  }

  @Test
  @DisplayName("Wrong usage starts nothing and says why")
  void wrongUsage() throws Exception {
    Path photo = Samples.png(in.resolve("a.png"), 32, 32, 10);

    wrong("there is no model 'best'", photo, "--model", "best");
    wrong("strength 2.0", photo, "--strength", "2");
    wrong("noise -1.0", photo, "--noise", "-1");
    wrong("too small", photo, "--memory", "1");
    wrong("no look 'vivid'", photo, "--look", "vivid");
    wrong("no colour space 'cmyk'", photo, "--colour-space", "cmyk");
    wrong("white balance 'sunny'", photo, "--white-balance", "sunny");
    wrong("there is no shard 3 of 2", photo, "--shard", "3/2");
    wrong("is not a shard", photo, "--shard", "some");
    wrong("no photos in", Files.createDirectory(folder.resolve("empty")));
    assertThat(out).doesNotExist();
  }

  private void wrong(String reason, Path input, String... more) {
    Object[] arguments = new Object[4 + more.length];
    arguments[0] = "enhance";
    arguments[1] = input;
    arguments[2] = "--out";
    arguments[3] = out;
    System.arraycopy(more, 0, arguments, 4, more.length);
    CostCommandTest.assertWrong(Run.of(arguments), reason);
  }
}
