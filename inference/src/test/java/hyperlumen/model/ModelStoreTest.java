package hyperlumen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is used only if every byte is what the index says. */
class ModelStoreTest {

  private static final String SPEC = "denoise:e=8,h=16,n=8,noise=2";

  @TempDir Path folder;

  @Test
  void readsBackWhatWasInstalled() throws Exception {
    Model model = TestModels.install(folder, "tiny", SPEC);
    assertThat(model.card().network()).isEqualTo(SPEC);
    assertThat(model.sha256()).hasSize(64);
    assertThat(ModelStore.open(folder).ids()).containsExactly("tiny");
  }

  @Test
  void refusesAnyChangedByte() throws Exception {
    TestModels.install(folder, "tiny", SPEC);
    for (String name : new String[] {"card.json", "forward.onnx", "predict.onnx"}) {
      Path file = folder.resolve("tiny").resolve(name);
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      // The last letter of a word in the card, a weight in the graphs.
      int at =
          name.equals("card.json")
              ? new String(good, StandardCharsets.UTF_8).indexOf("weights") + 3
              : bad.length / 2;
      bad[at] ^= 1;
      Files.write(file, bad);
      assertThatThrownBy(() -> ModelStore.open(folder).get("tiny"))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("tiny");
      Files.write(file, good);
    }
    assertThat(ModelStore.open(folder).get("tiny").id()).isEqualTo("tiny");
  }

  @Test
  void namesTheModelsThatThereAre() throws Exception {
    TestModels.install(folder, "tiny", SPEC);
    assertThatThrownBy(() -> ModelStore.open(folder).get("huge"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("there is no model 'huge'")
        .hasMessageContaining("tiny");
  }

  @Test
  void refusesIdsThatLeaveTheFolder() throws Exception {
    Files.writeString(
        folder.resolve("index.json"), "{\"schema\":1,\"models\":{\"../elsewhere\":\"00\"}}");
    assertThatThrownBy(() -> ModelStore.open(folder)).isInstanceOf(ModelException.class);
  }
}
