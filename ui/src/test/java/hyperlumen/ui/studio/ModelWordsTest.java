package hyperlumen.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlumen.ui.Texts;
import hyperlumen.ui.service.ModelFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program's own models speak the user's language, others their card's. */
final class ModelWordsTest {

  private static final ModelWords ENGLISH = new ModelWords(Texts.in(Locale.ENGLISH));
  private static final ModelWords GERMAN = new ModelWords(Texts.in(Locale.GERMAN));

  private static ModelFacts model(String id, boolean shipped) {
    return new ModelFacts(
        id,
        "Card's title",
        ModelFacts.Task.DENOISE,
        "card's data\nKodak sigma 25, PSNR dB: 30.95\nreal burst, linear PSNR dB: 43.1\n"
            + "textured mosaic without noise, PSNR dB: 39.32",
        "00",
        1,
        "Apache-2.0",
        true,
        shipped);
  }

  static List<String> shipped() throws IOException {
    Path index = Path.of(System.getProperty("hyperlumen.root"), "assets/models/index.json");
    List<String> ids = new ArrayList<>();
    new ObjectMapper()
        .readTree(index.toFile())
        .path("models")
        .fieldNames()
        .forEachRemaining(ids::add);
    return ids;
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedModelIsDescribedInBothLanguages(String id) {
    ModelFacts model = model(id, true);
    for (ModelWords words : List.of(ENGLISH, GERMAN)) {
      assertThat(words.title(model)).isNotBlank().isNotEqualTo("Card's title");
      assertThat(words.purpose(model)).endsWith(".").isNotEqualTo("card's data");
      assertThat(words.weakness(model)).endsWith(".");
      assertThat(words.training(model)).endsWith(".");
    }
    assertThat(GERMAN.title(model)).isNotEqualTo(ENGLISH.title(model));
    assertThat(GERMAN.purpose(model)).isNotEqualTo(ENGLISH.purpose(model));
    assertThat(GERMAN.weakness(model)).isNotEqualTo(ENGLISH.weakness(model));
  }

  @Test
  void scoresAreNamedAndWrittenInTheUsersLanguage() {
    assertThat(ENGLISH.scores(model("isp", true)))
        .isEqualTo(
            "Kodak sigma 25, PSNR dB: 30.95 \u00b7 real burst, linear PSNR dB: 43.1 \u00b7"
                + " textured mosaic without noise, PSNR dB: 39.32");
    assertThat(GERMAN.scores(model("isp", true)))
        .isEqualTo(
            "Kodak Sigma 25, PSNR dB: 30,95 \u00b7 echte Serie, linear PSNR dB: 43,1 \u00b7"
                + " Texturmosaik ohne Rauschen, PSNR dB: 39,32");
  }

  @Test
  void anAddedModelAndAnUnknownOneSayWhatTheirCardsSay() {
    for (ModelFacts model : List.of(model("isp", false), model("unheard-of", true))) {
      assertThat(GERMAN.title(model)).isEqualTo("Card's title");
      assertThat(GERMAN.purpose(model)).isEqualTo("card's data");
      assertThat(GERMAN.weakness(model)).isEmpty();
      assertThat(GERMAN.training(model)).isEmpty();
    }
    assertThat(GERMAN.scores(model("isp", false))).contains("real burst", "30.95");
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(keys("models_de.properties")).isEqualTo(keys("models.properties"));
  }

  private static java.util.Set<String> keys(String name) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = ModelWords.class.getResourceAsStream("/hyperlumen/ui/" + name)) {
      texts.load(in);
    }
    assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
    return texts.stringPropertyNames();
  }
}
