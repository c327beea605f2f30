package hyperlumen.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/card.schema.json against every card that is shipped, and against one just written. */
class CardSchemaTest {

  private static final Path ROOT = Path.of(System.getProperty("hyperlumen.root"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static JsonSchema schema() throws Exception {
    String text = Files.readString(ROOT.resolve("docs/card.schema.json"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  private static JsonNode card(Path model) throws Exception {
    return JSON.readTree(Files.readString(model.resolve("card.json")));
  }

  @Test
  @DisplayName("Every shipped card has the documented form")
  void shippedCards() throws Exception {
    Path models = ROOT.resolve("assets/models");
    Assumptions.assumeTrue(Files.isDirectory(models), "no models are in this checkout");
    List<Path> folders;
    try (Stream<Path> entries = Files.list(models)) {
      folders = entries.filter(Files::isDirectory).toList();
    }
    for (Path model : folders) {
      assertThat(schema().validate(card(model))).as(model.toString()).isEmpty();
    }
  }

  @Test
  @DisplayName("A card as it is written has the documented form, and every change is noticed")
  void writtenCard() throws Exception {
    TestModels.install(folder, "tiny", "isp:n=4,e=4,h=8,noise=2");
    JsonNode card = card(folder.resolve("tiny"));
    assertThat(schema().validate(card)).isEmpty();

    ObjectNode changed = card.deepCopy();
    changed.put("colour", "red");
    assertThat(schema().validate(changed)).isNotEmpty();

    ObjectNode missing = card.deepCopy();
    missing.remove("licence");
    assertThat(schema().validate(missing)).isNotEmpty();
  }
}
