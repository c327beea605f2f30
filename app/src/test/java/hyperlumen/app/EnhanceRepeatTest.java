package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sidecar beside an output, and repeating what it says. */
class EnhanceRepeatTest extends SmallModelInstalled {

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
