package hyperlumen.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left out of the runtime, looked up in the JDK this test runs on. */
class UnusedClassesTest {

  private static final Path IMAGE =
      FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");

  private final List<String> patterns = patterns();

  @Test
  void swingSoundAndStyleSheetsGo() {
    assertThat(patterns)
        .contains(
            "/java.desktop/javax/swing/JTable.class",
            "/java.desktop/javax/swing/text/html/HTMLDocument.class",
            "/java.desktop/com/sun/media/sound/SoftSynthesizer.class",
            "/java.xml/com/sun/org/apache/xalan/internal/xsltc/compiler/XSLTC.class");
  }

  @Test
  void whatReadsAndWritesPicturesStays() {
    assertThat(patterns)
        .noneMatch(name -> name.startsWith("/java.desktop/java/awt/"))
        .noneMatch(name -> name.startsWith("/java.desktop/javax/imageio/"))
        .noneMatch(name -> name.startsWith("/java.desktop/com/sun/imageio/"))
        .noneMatch(name -> name.startsWith("/java.desktop/sun/java2d/"))
        .noneMatch(name -> name.startsWith("/java.xml/com/sun/org/apache/xerces/"));
  }

  /** jlink refuses a module one of whose packages has become empty. */
  @Test
  void everyPackageKeepsOneFile() throws Exception {
    Set<String> out = new HashSet<>(patterns);
    Set<Path> folders =
        patterns.stream()
            .map(name -> IMAGE.resolve(name.substring(1)).getParent())
            .collect(Collectors.toSet());

    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(
                files
                    .filter(Files::isRegularFile)
                    .filter(file -> !out.contains('/' + IMAGE.relativize(file).toString())))
            .as(folder.toString())
            .hasSize(1);
      }
    }
  }

  private static List<String> patterns() {
    try {
      return UnusedClasses.patterns();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
