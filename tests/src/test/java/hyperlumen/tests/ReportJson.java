package hyperlumen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as scripts read it: by the names of version 1, which may be added to and never change.
 */
record ReportJson(List<JsonNode> files) {

  /** Reads a report and checks what every one has. */
  static ReportJson read(Path file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    assertThat(root.path("schema").intValue()).isEqualTo(1);
    JsonNode machine = root.path("machine");
    assertThat(machine.path("cpu").textValue()).isNotBlank();
    assertThat(machine.path("threads").intValue()).isPositive();
    assertThat(machine.has("peakGflops")).isTrue();
    assertThat(root.path("files").isArray()).isTrue();
    List<JsonNode> files = new ArrayList<>();
    root.path("files").forEach(files::add);
    for (JsonNode one : files) {
      assertThat(one.fieldNames())
          .toIterable()
          .contains(
              "input",
              "output",
              "status",
              "error",
              "model",
              "width",
              "height",
              "megapixels",
              "flop",
              "seconds",
              "memory",
              "tile",
              "strength",
              "metrics");
    }
    return new ReportJson(files);
  }

  /** Checks an entry of a photo that was done. */
  void assertDone(int index, Path input, Path output, String model, int width, int height) {
    JsonNode one = files.get(index);
    assertThat(one.path("input").textValue()).isEqualTo(input.toString());
    assertThat(one.path("output").textValue()).isEqualTo(output.toString());
    assertThat(one.path("status").textValue()).isEqualTo("done");
    assertThat(one.path("error").isNull()).isTrue();
    assertThat(one.path("model").path("id").textValue()).isEqualTo(model);
    assertThat(one.path("model").path("sha256").textValue()).matches("[0-9a-f]{64}");
    assertThat(one.path("width").intValue()).isEqualTo(width);
    assertThat(one.path("height").intValue()).isEqualTo(height);
    assertThat(one.path("megapixels").doubleValue()).isEqualTo(width * height / 1e6);
    JsonNode flop = one.path("flop");
    assertThat(flop.path("convention").textValue()).isEqualTo("1 MAC = 2 FLOP");
    assertThat(flop.path("useful").longValue())
        .isPositive()
        .isLessThanOrEqualTo(flop.path("executed").longValue());
    JsonNode seconds = one.path("seconds");
    for (String stage : List.of("read", "predict", "network", "render", "write")) {
      assertThat(seconds.path(stage).isNumber()).as(stage).isTrue();
      assertThat(seconds.path(stage).doubleValue()).as(stage).isNotNegative();
    }
    assertThat(seconds.path("total").doubleValue())
        .isGreaterThan(seconds.path("read").doubleValue());
    assertThat(seconds.path("predicted").doubleValue()).isPositive();
    JsonNode memory = one.path("memory");
    assertThat(memory.has("peakRssBytes")).isTrue();
    assertThat(memory.path("photoBytes").longValue()).isPositive();
    assertThat(memory.path("predictedBytes").longValue()).isPositive();
    JsonNode tile = one.path("tile");
    assertThat(tile.path("size").intValue()).isGreaterThan(2 * tile.path("halo").intValue());
    assertThat(tile.path("count").intValue()).isPositive();
    assertThat(one.path("strength").doubleValue()).isEqualTo(1);
    assertThat(one.path("metrics").isNull()).isTrue();
  }

  /** Checks an entry of a photo that failed: its one sentence names the file. */
  void assertFailed(int index, String name) {
    JsonNode one = files.get(index);
    assertThat(one.path("input").textValue()).endsWith(name);
    assertThat(one.path("status").textValue()).isEqualTo("failed");
    assertThat(one.path("error").path("kind").textValue()).isNotBlank();
    assertThat(one.path("error").path("message").textValue())
        .contains(name)
        .doesNotContain("Exception")
        .doesNotContain("\n");
    assertThat(one.path("model").isNull()).isTrue();
  }
}
