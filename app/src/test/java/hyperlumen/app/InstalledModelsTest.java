package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import hyperlumen.model.TestModels;
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

  @Test
  @DisplayName("a model's folder is added, hidden, shown and removed from the command line")
  void addAndRemove() throws Exception {
    assumeThat(System.getenv("XDG_DATA_HOME")).as("the data folder follows the home").isNull();
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      Path elsewhere = folder.resolve("elsewhere");
      TestModels.install(elsewhere, "mine", "denoise:n=4,e=4,h=8,noise=2");

      Run added = Run.of("models", "add", elsewhere.resolve("mine").toString());
      assertThat(added.code()).as(added.err()).isEqualTo(ExitCode.OK);
      assertThat(added.out()).contains("added mine");
      assertThat(Run.of("models").out()).contains("mine").contains("denoise-fast");
      assertThat(Run.of("models", "disable", "mine").code()).isEqualTo(ExitCode.OK);
      assertThat(Run.of("models").out()).doesNotContain("mine");
      assertThat(Run.of("models", "enable", "mine").code()).isEqualTo(ExitCode.OK);
      assertThat(Run.of("models", "remove", "mine").code()).isEqualTo(ExitCode.OK);
      assertThat(Run.of("models").out()).doesNotContain("mine");

      assertRefused(Run.of("models", "remove", "mine"), "there is no model 'mine'");
      assertRefused(Run.of("models", "remove", "denoise-fast"), "came with the program");
      assertRefused(Run.of("models", "disable", "best"), "there is no model 'best'");
      Path text = Files.writeString(folder.resolve("text.onnx"), "no graph");
      assertRefused(Run.of("models", "add", text.toString()), "text.onnx was not added");
      CostCommandTest.assertWrong(
          Run.of("models", "add", text.toString(), "--halo", "1000"), "--halo is from 0 to 384");
    } finally {
      System.setProperty("user.home", home);
    }
  }

  private static void assertRefused(Run run, String reason) {
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(reason);
  }
}
