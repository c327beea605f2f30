package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of licences, which the about box shows, names every library's version. */
class LicencesTest {

  private static final Path ROOT = Path.of(System.getProperty("hyperlumen.root"));
  private static final Pattern JAR =
      Pattern.compile("([a-z].*?)-(\\d[\\w.]*?)(-linux|-win|-mac.*)?\\.jar");

  /** On this module's class path, but our own or not on the program's. */
  private static final String TESTS =
      "(hyperlumen-|junit|opentest4j|apiguardian|jspecify|assertj|byte-buddy|surefire|maven-).*";

  @Test
  void everyLibraryOnTheClassPathStandsThereWithItsVersion() throws Exception {
    String list = Files.readString(ROOT.resolve("docs/licences.md"));
    List<String> looked = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      Matcher name = JAR.matcher(Path.of(entry).getFileName().toString());
      if (name.matches() && !name.group(1).matches(TESTS)) {
        looked.add(name.group(1));
        String version = name.group(2);
        assertThat(list).as(entry).contains(version);
      }
    }
    assertThat(looked).contains("onnxruntime", "javafx-graphics", "sqlite-jdbc", "slf4j-jdk14");
  }
}
