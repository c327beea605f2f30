package hyperlumen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.colour.Look;
import hyperlumen.enhance.PhotoNote;
import hyperlumen.progress.Progress;
import hyperlumen.ui.image.DifferenceMap;
import hyperlumen.ui.service.BatchService;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.Reason;
import hyperlumen.ui.studio.PhotoFilter;
import hyperlumen.ui.studio.PhotoItem;
import hyperlumen.ui.studio.PhotoOrder;
import hyperlumen.ui.studio.ReportForm;
import hyperlumen.ui.studio.RunCost;
import hyperlumen.ui.studio.RunMeasure;
import hyperlumen.ui.studio.Theme;
import hyperlumen.ui.studio.White;
import hyperlumen.ui.viewer.CompareMode;
import hyperlumen.ui.viewer.Link;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages have exactly the texts that the program uses. */
final class TextsTest {

  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z]+(?:\\.[A-Za-z]+)+)\"");

  /** Enumerations whose constants are shown to the user. */
  private static final List<Class<? extends Enum<?>>> SHOWN =
      List.of(
          CompareMode.class,
          Link.class,
          DifferenceMap.class,
          Progress.Stage.class,
          PhotoNote.Subject.class,
          PhotoItem.State.class,
          RunCost.class,
          RunMeasure.class,
          ModelFacts.Task.class,
          Theme.class,
          Look.class,
          White.class,
          PhotoFilter.class,
          BatchService.Stand.class,
          PhotoOrder.class,
          Reason.class,
          ReportForm.class,
          OutputFormat.class);

  private static Properties bundle(String name) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("/hyperlumen/ui/" + name)) {
      texts.load(in);
    }
    return texts;
  }

  private static String group(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  /** Keys of the bundle's groups that stand in the program's text, and those of enumerations. */
  private static Set<String> used(Set<String> groups) throws IOException {
    Set<String> keys = new TreeSet<>();
    Path sources = Path.of(System.getProperty("hyperlumen.root"), "ui/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          if (groups.contains(group(literal.group(1)))) {
            keys.add(literal.group(1));
          }
        }
      }
    }
    for (Class<? extends Enum<?>> type : SHOWN) {
      for (Enum<?> constant : type.getEnumConstants()) {
        keys.add(type.getSimpleName() + "." + constant.name());
      }
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_de.properties"})
  void noKeyIsMissingOrUnused(String name) throws IOException {
    Properties texts = bundle(name);
    Set<String> groups = new TreeSet<>();
    texts.stringPropertyNames().forEach(key -> groups.add(group(key)));
    assertThat(new TreeSet<>(texts.stringPropertyNames())).isEqualTo(used(groups));
  }

  @Test
  void bothLanguagesHaveTheSamePlacesForArguments() throws IOException {
    Properties english = bundle("messages.properties");
    Properties german = bundle("messages_de.properties");
    for (String key : english.stringPropertyNames()) {
      for (int i = 0; i < 4; i++) {
        String place = "{" + i + "}";
        assertThat(german.getProperty(key).contains(place))
            .as(key + " " + place)
            .isEqualTo(english.getProperty(key).contains(place));
      }
    }
  }

  @Test
  void unknownLanguagesGetEnglishWhateverTheSystemSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Texts.in(Locale.FRENCH).get("viewer.before")).isEqualTo("Before");
      assertThat(Texts.in(Locale.of("de", "AT")).get("viewer.before")).isEqualTo("Vorher");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void argumentsAreWrittenInTheLanguage() {
    assertThat(Texts.in(Locale.GERMAN).get("run.tiles", 3, 1200)).isEqualTo("Kachel 3 von 1.200");
  }
}
