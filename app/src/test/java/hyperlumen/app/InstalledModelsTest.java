package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The commands that tell of installed models. */
class InstalledModelsTest extends SmallModelInstalled {

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
}
