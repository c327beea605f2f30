package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a file, told by the command line. */
class InspectCommandTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("A DNG: kind, size, filter array, levels, white balance, noise")
  void dng() throws Exception {
    Path sample = Samples.root().resolve("assets/samples/raw-sample.dng");

    Run run = Run.of("inspect", sample, "--json");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode facts = Json.MAPPER.readTree(run.out()).get(0);
    assertThat(facts.get("kind").asText()).isEqualTo("raw");
    assertThat(facts.get("width").asInt()).isPositive();
    assertThat(facts.get("cfa").asText()).hasSize(4);
    assertThat(facts.get("white").asDouble())
        .isGreaterThan(facts.get("black").get("levels").get(0).asDouble());
    assertThat(facts.get("asShotNeutral")).hasSize(3);
    assertThat(facts.get("matrices").get(0).get("colorMatrix")).hasSize(9);
    assertThat(facts.get("noiseProfile").get("shot").asDouble()).isPositive();
  }

  @Test
  @DisplayName("A picture, in words")
  void picture() throws Exception {
    Run run = Run.of("inspect", Samples.png(folder.resolve("p.png"), 30, 20, 0));

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).containsPattern("kind +rgb").containsPattern("width +30");
  }

  @Test
  @DisplayName("A file that is no photo fails by name, the others are told; nothing thrown")
  void oneFails() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.png"), "not a picture at all");
    Path good = Samples.png(folder.resolve("good.png"), 30, 20, 0);

    Run run = Run.of("inspect", bad, folder.resolve("absent.dng"), good, "--json");

    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("bad.png").contains("absent.dng").doesNotContain("\tat ");
    JsonNode all = Json.MAPPER.readTree(run.out());
    assertThat(all).hasSize(3);
    assertThat(all.get(1).get("error").get("kind").asText()).isEqualTo("not-found");
    assertThat(all.get(2).get("kind").asText()).isEqualTo("rgb");
  }
}
