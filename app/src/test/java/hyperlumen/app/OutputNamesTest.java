package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.app.InputFiles.Input;
import hyperlumen.write.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results go. */
class OutputNamesTest {

  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void folders() throws Exception {
    in = Files.createDirectories(folder.resolve("in/trip")).getParent();
    out = folder.resolve("out");
  }

  private List<Path> names(Optional<OutputFormat> format, Path... arguments) throws Exception {
    return OutputNames.of(InputFiles.of(List.of(arguments), true), out, format);
  }

  private Path file(String name, int... start) throws Exception {
    byte[] bytes = new byte[8];
    for (int i = 0; i < start.length; i++) {
      bytes[i] = (byte) start[i];
    }
    return Files.write(in.resolve(name), bytes);
  }

  @Test
  @DisplayName("Folders keep their shape; the ending follows the nearest format")
  void relativePaths() throws Exception {
    file("a.JPG", 0xff, 0xd8);
    file("trip/b.dng", 'I', 'I');
    file("trip/c.png", 0x89, 'P');
    file("trip/notes.txt");

    assertThat(names(Optional.empty(), in))
        .containsExactly(
            out.resolve("a.jpg"), out.resolve("trip/b.tif"), out.resolve("trip/c.png"));
  }

  @Test
  @DisplayName("Two inputs that would meet keep their own endings in the name")
  void collisions() throws Exception {
    Path dng = file("a.dng", 'I', 'I');
    Path jpeg = file("a.jpg", 0xff, 0xd8);

    assertThat(names(Optional.of(OutputFormat.PNG8), dng, jpeg))
        .containsExactly(out.resolve("a.dng.png"), out.resolve("a.jpg.png"));
    assertThat(names(Optional.empty(), dng, jpeg))
        .containsExactly(out.resolve("a.tif"), out.resolve("a.jpg"));
  }

  @Test
  @DisplayName("What would still meet is refused with both names")
  void sameNameInTwoFolders() throws Exception {
    Path one = file("a.dng");
    Path other = file("trip/a.dng");

    assertThatThrownBy(() -> names(Optional.empty(), one, other))
        .hasMessageContaining(one.toString())
        .hasMessageContaining(other.toString());
  }

  @Test
  @DisplayName("A file named twice counts once")
  void duplicates() throws Exception {
    Path one = file("a.dng");

    assertThat(InputFiles.of(List.of(one, in, one), false))
        .extracting(Input::file)
        .containsExactly(one);
  }
}
