package hyperlumen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The about box names what the document on licences names. */
final class LicenceListTest {

  @Test
  void theAboutBoxListsEveryComponent() throws IOException {
    Path document = Path.of(System.getProperty("hyperlumen.root"), "docs/licences.md");
    List<String> expected =
        Files.readAllLines(document).stream()
            .filter(l -> l.startsWith("|") && !l.startsWith("|---") && !l.startsWith("| library"))
            .map(l -> l.substring(1, l.length() - 1).split("\\|", -1))
            .map(c -> c[0].strip() + " " + c[1].strip() + ": " + c[2].strip())
            .toList();
    assertThat(expected).hasSizeGreaterThan(10);
    try (InputStream in = Texts.class.getResourceAsStream("/hyperlumen/ui/licences.txt")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList())
          .as("copy the table's rows to licences.txt")
          .isEqualTo(expected);
    }
  }
}
