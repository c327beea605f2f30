package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many photos in several runs: shards, a watched folder, going on after an end. */
class EnhanceManyTest extends SmallModelInstalled {

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
    Files.writeString(in.resolve("old.crw"), "no photo of an old Canon");

    Run run =
        Run.of("watch", in, "--out", out, "--settle", "0.1", "--until-idle", "1", "--sidecar");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("bad.png", "old.crw");
    assertThat(Files.readString(out.resolve("a.png.hyperlumen.json")))
        .contains(in.resolve("a.png").toString(), "sha256");
    assertThat(out.resolve("bad.png.hyperlumen.json")).doesNotExist();
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
}
