package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The files for desktops agree with each other. */
class DesktopFilesTest {

  private static final Path RESOURCES =
      Path.of(System.getProperty("hyperlumen.root"), "installer", "resources");
  private static final String ID = "org.hyperlumen.Hyperlumen";

  @Test
  void theMetadataNamesTheDesktopFileThatExists() throws Exception {
    Document document = xml(ID + ".metainfo.xml");

    assertThat(text(document, "id")).isEqualTo(ID);
    assertThat(RESOURCES.resolve(text(document, "launchable"))).exists();
    assertThat(text(document, "project_license")).isEqualTo("Apache-2.0");
  }

  @Test
  void theDesktopFileOffersEveryTypeThatWeDefine() throws Exception {
    List<String> lines = Files.readAllLines(RESOURCES.resolve(ID + ".desktop"));
    Document types = xml("hyperlumen-mime.xml");

    List<String> offered =
        lines.stream()
            .filter(line -> line.startsWith("MimeType="))
            .flatMap(line -> Arrays.stream(line.substring(9).split(";")))
            .toList();
    var defined = types.getElementsByTagName("mime-type");
    assertThat(defined.getLength()).isPositive();
    for (int i = 0; i < defined.getLength(); i++) {
      assertThat(offered)
          .contains(defined.item(i).getAttributes().getNamedItem("type").getNodeValue());
    }
    assertThat(lines).contains("Exec=hyperlumen %F", "Icon=" + ID);
  }

  @Test
  void theWorkflowBuildsOnAllThreeSystems() throws Exception {
    Path workflow = RESOURCES.resolve("../../.github/workflows/packages.yml");

    try (Stream<String> lines = Files.lines(workflow)) {
      String text = String.join("\n", lines.toList());
      assertThat(text).contains("ubuntu-", "windows-", "macos-").doesNotContain("\t");
    }
  }

  private static Document xml(String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(RESOURCES.resolve(name).toFile());
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }
}
