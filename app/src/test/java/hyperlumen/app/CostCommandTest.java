package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a network costs, told by the command line. */
class CostCommandTest {

  @Test
  @DisplayName("JSON: parameters and FLOP of the paper's largest network")
  void json() throws Exception {
    Run run = Run.of("cost", "--network", "isp:n=64,e=32,h=2048", "--size", "4096x3072", "--json");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode cost = Json.MAPPER.readTree(run.out());
    assertThat(cost.get("parameters").asLong()).isBetween(272_850_000L, 272_949_999L);
    assertThat(cost.get("paperFlop").asDouble() / 1e12).isBetween(0.6855, 0.6865);
    assertThat(cost.get("flop").asDouble()).isLessThan(cost.get("paperFlop").asDouble());
    assertThat(cost.get("predictFlop").asDouble()).isPositive();
    assertThat(cost.get("convention").asText()).isEqualTo("1 MAC = 2 FLOP");
    assertThat(cost.get("memory").get("predictedBytes").asLong()).isGreaterThan(300_000_000L);
    assertThat(cost.get("seconds").get("predicted").isNull()).isTrue();
    assertThat(run.err()).isEmpty();
  }

  @Test
  @DisplayName("A table for people")
  void table() {
    Run run = Run.of("cost", "--network", "vdn", "--size", "1000x1000");

    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("7.7 M").contains("1.13 TFLOP").contains("1 MAC = 2 FLOP");
  }

  @Test
  @DisplayName("Wrong usage: one sentence, nothing on standard output, exit code 2")
  void wrongUsage() {
    assertWrong(Run.of("cost", "--network", "unet", "--size", "10x10"), "'unet' names no network");
    assertWrong(Run.of("cost", "--network", "isp:n=8", "--size", "10x10"), "needs");
    assertWrong(Run.of("cost", "--network", "vdn", "--size", "10"), "'10' is not a size");
    assertWrong(Run.of("cost", "--network", "vdn"), "--size");
    assertWrong(Run.of("cost", "--size", "10x10"), "--network");
  }

  static void assertWrong(Run run, String reason) {
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(reason).contains("--help");
  }
}
