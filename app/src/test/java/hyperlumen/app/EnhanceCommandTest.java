package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlumen.model.TestModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command enhance with a small model of random weights. */
class EnhanceCommandTest {

  private static final String ASSETS = "hyperlumen.assets";

  @TempDir private Path folder;
  private String assetsBefore;
  private Path in;
  private Path out;

  @BeforeEach
  void installModel() throws Exception {
    assetsBefore = System.getProperty(ASSETS);
    Path assets = folder.resolve("assets");
    TestModels.install(assets.resolve("models"), "denoise-fast", "denoise:n=4,e=4,h=8,noise=2");
    System.setProperty(ASSETS, assets.toString());
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("out");
  }

  @AfterEach
  void restore() {
    if (assetsBefore == null) {
      System.clearProperty(ASSETS);
    } else {
      System.setProperty(ASSETS, assetsBefore);
    }
  }

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
  @DisplayName("Three shards together are one run: the same outputs, the same report")
  void shards() throws Exception {
    for (int i = 0; i < 9; i++) {
      Samples.png(in.resolve("p" + i + ".png"), 32 + i, 32, 10);
    }
    Path whole = folder.resolve("whole");
    Path one = folder.resolve("one.json");
    assertThat(Run.of("enhance", in, "--out", whole, "--report", one).code()).isZero();

    List<Object> merge = new ArrayList<>(List.of("report", "merge"));
    for (int i = 1; i <= 3; i++) {
      Path part = folder.resolve("part" + i + ".json");
      Run run = Run.of("enhance", in, "--out", out, "--shard", i + "/3", "--report", part);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
      merge.add(part);
    }
    Run merged = Run.of(merge.toArray());

    assertThat(merged.code()).as(merged.err()).isZero();
    JsonNode expected = Json.MAPPER.readTree(Files.readString(one)).get("files");
    JsonNode files = Json.MAPPER.readTree(merged.out()).get("files");
    assertThat(files).hasSize(9);
    for (int i = 0; i < 9; i++) {
      Path name = Path.of("p" + i + ".png");
      assertThat(out.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
      for (String field : new String[] {"input", "status", "model", "flop", "tile", "hashes"}) {
        assertThat(files.get(i).get(field)).isEqualTo(expected.get(i).get(field));
      }
    }
    CostCommandTest.assertWrong(Run.of("report"), "report merge");
  }

  @Test
  @DisplayName("watch takes what is there and what arrives, and ends when nothing comes any more")
  void watch() throws Exception {
    Samples.png(in.resolve("a.png"), 40, 40, 10);
    Files.writeString(in.resolve("bad.png"), "no picture");

    Run run = Run.of("watch", in, "--out", out, "--settle", "0.1", "--until-idle", "1");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("bad.png");
    assertThat(run.out().strip()).isEqualTo(out.resolve("a.png").toString());
    CostCommandTest.assertWrong(Run.of("watch", in, "--out", in), "the watched folder itself");
  }

  @Test
  @DisplayName(
      "--resume verifies what is there by hash, redoes what is gone, replaces nothing else")
  void resume() throws Exception {
    for (String name : new String[] {"a", "b", "c", "d"}) {
      Samples.png(in.resolve(name + ".png"), 40, 40, 10);
    }
    assertThat(Run.of("enhance", in, "--out", out).code()).isZero();
    byte[] whole = Files.readAllBytes(out.resolve("a.png"));
    Files.delete(out.resolve("b.png"));
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    Files.write(out.resolve("c.png"), flipped);

    Run resumed = Run.of("enhance", in, "--out", out, "--resume");

    assertThat(resumed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(resumed.err())
        .contains("a.png: finished before")
        .contains("b.png: done")
        .contains("c.png: exists, but not as it was written")
        .contains("d.png: finished before");
    assertThat(out.resolve("b.png")).hasBinaryContent(whole);
    assertThat(out.resolve("c.png")).hasBinaryContent(flipped);

    Run replaced = Run.of("enhance", in, "--out", out, "--resume", "--overwrite");

    assertThat(replaced.code()).as(replaced.err()).isZero();
    assertThat(replaced.err()).contains("a.png: finished before").contains("c.png: done");
    assertThat(out.resolve("c.png")).hasBinaryContent(whole);
  }

  @Test
  @DisplayName("--resume takes no file for its own that the queue does not know or knows otherwise")
  void resumeIsStrict() throws Exception {
    Path photo = Samples.png(in.resolve("a.png"), 40, 40, 10);
    Files.createDirectories(out);
    Files.writeString(out.resolve("a.png"), "mine");
    assertThat(Run.of("enhance", photo, "--out", out, "--resume").err())
        .contains("the queue knows nothing of it");
    assertThat(out.resolve("a.png")).hasContent("mine");

    assertThat(Run.of("enhance", photo, "--out", out, "--overwrite").code()).isZero();
    assertThat(Run.of("enhance", photo, "--out", out, "--resume", "--strength", "0.5").err())
        .contains("made with other settings");
  }

  @Test
  @DisplayName("--resume without inputs does what is left in the queue")
  void resumeAlone() throws Exception {
    Path queue = folder.resolve("own/queue.sqlite");
    Path photo = Samples.png(in.resolve("a.png"), 40, 40, 10);
    assertThat(Run.of("enhance", photo, "--out", out, "--queue", queue).code()).isZero();

    Run nothing = Run.of("enhance", "--resume", "--queue", queue);

    assertThat(nothing.code()).as(nothing.err()).isZero();
    assertThat(nothing.out()).isEmpty();
    CostCommandTest.assertWrong(Run.of("enhance", "--out", out), "--resume");
    CostCommandTest.assertWrong(Run.of("enhance", "--resume", "--out", out), "--out needs");
    CostCommandTest.assertWrong(Run.of("enhance", photo), "--out");
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

  @Test
  @DisplayName("cost of a model: also the time it would take here; --version names its hash")
  void costOfModel() throws Exception {
    Run run = Run.of("cost", "--model", "denoise-fast", "--size", "1000x1000", "--json");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode cost = Json.MAPPER.readTree(run.out());
    assertThat(cost.get("seconds").get("predicted").asDouble()).isPositive();
    assertThat(cost.get("flop").asLong()).isPositive();
    assertThat(Run.of("--version").out()).containsPattern("denoise-fast [0-9a-f]{64}");
    CostCommandTest.assertWrong(
        Run.of("cost", "--model", "best", "--size", "9x9"), "there is no model 'best'");
  }

  @Test
  @DisplayName("models lists cards and hashes; verify runs each; damage is found")
  void models() throws Exception {
    Run list = Run.of("models", "--json");
    assertThat(list.code()).as(list.err()).isEqualTo(ExitCode.OK);
    JsonNode model = Json.MAPPER.readTree(list.out()).get(0);
    assertThat(model.get("id").asText()).isEqualTo("denoise-fast");
    assertThat(model.get("card").get("licence").asText()).isEqualTo("Apache-2.0");
    assertThat(model.get("flopPerMegapixel").asLong()).isPositive();

    assertThat(Run.of("models", "verify").out()).contains("denoise-fast: hash right");

    Path card = folder.resolve("assets/models/denoise-fast/card.json");
    Files.writeString(card, Files.readString(card).replace("Random", "Rigged"));
    Run damaged = Run.of("models", "verify");
    assertThat(damaged.code()).isEqualTo(ExitCode.FAILED);
    assertThat(damaged.err()).contains("denoise-fast is damaged");
  }

  @Test
  @DisplayName("A sidecar names source, settings and cost; repeating it gives the same bytes")
  void sidecarRepeats() throws Exception {
    Path photo = in.resolve("a.png");
    Samples.png(photo, 70, 50, 10);
    Run first =
        Run.of("enhance", photo, "--out", out, "--sidecar", "--strength", "0.5", "--tile", "64");
    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);

    Path sidecar = out.resolve("a.png.hyperlumen.json");
    JsonNode tree = Json.MAPPER.readTree(Files.readString(sidecar));
    assertThat(tree.at("/source/file").asText()).isEqualTo(photo.toAbsolutePath().toString());
    assertThat(tree.at("/source/sha256").asText()).isEqualTo(Samples.sha256(photo));
    assertThat(tree.at("/output/sha256").asText()).isEqualTo(Samples.sha256(out.resolve("a.png")));
    assertThat(tree.at("/settings/strength").asDouble()).isEqualTo(0.5);
    assertThat(tree.at("/cost/flop/useful").asLong()).isPositive();

    Path moved = Files.move(photo, folder.resolve("moved.png"));
    Path again = folder.resolve("again");
    assertThat(Run.of("enhance", "--repeat", sidecar, "--out", again).err()).contains("a.png");
    Run second = Run.of("enhance", "--repeat", sidecar, moved, "--out", again);

    assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
    assertThat(again.resolve("a.png")).hasSameBinaryContentAs(out.resolve("a.png"));
  }

  @Test
  @DisplayName("A sidecar is not repeated with another photo, other settings, or as what it is not")
  void sidecarRefuses() throws Exception {
    Path photo = in.resolve("a.png");
    Samples.png(photo, 70, 50, 10);
    Path other = in.resolve("b.png");
    Samples.png(other, 70, 50, 12);
    Run.of("enhance", photo, "--out", out, "--sidecar");
    Path sidecar = out.resolve("a.png.hyperlumen.json");
    Path again = folder.resolve("again");

    Run changed = Run.of("enhance", "--repeat", sidecar, other, "--out", again);
    assertThat(changed.code()).isNotEqualTo(ExitCode.OK);
    assertThat(changed.err()).contains("b.png").contains("SHA-256");
    Run both = Run.of("enhance", "--repeat", sidecar, "--out", again, "--strength", "0.5");
    assertThat(both.code()).isEqualTo(ExitCode.USAGE);
    assertThat(both.err()).contains("--strength");
    for (String text : List.of("", "[", "{}", "{\"schema\":1}", "[".repeat(100_000))) {
      Path bad = Files.writeString(folder.resolve("bad.json"), text);
      Run run = Run.of("enhance", "--repeat", bad, photo, "--out", again);
      assertThat(run.code()).isNotEqualTo(ExitCode.OK);
      assertThat(run.err()).contains("bad.json").doesNotContain("\tat ");
    }
    String hostile = Files.readString(sidecar).replace("\"a.png\"", "\"../a.png\"");
    Path bad = Files.writeString(folder.resolve("bad.json"), hostile);
    assertThat(Run.of("enhance", "--repeat", bad, photo, "--out", again).err())
        .contains("not a plain file name");
    assertThat(again).doesNotExist();
  }
}
