package hyperlumen.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided before any command runs. */
class ProgramTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("Without arguments, or with files alone, the window opens with these files")
  void window() throws Exception {
    Path photo = Samples.png(folder.resolve("a.png"), 20, 20, 0);
    List<List<Path>> opened = new ArrayList<>();

    assertThat(Run.of(opened::add).code()).isZero();
    assertThat(Run.of(opened::add, photo).code()).isZero();

    assertThat(opened).containsExactly(List.of(), List.of(photo));
  }

  @Test
  @DisplayName("A word that is neither command nor file is wrong usage")
  void typingError() {
    CostCommandTest.assertWrong(Run.of("enhanse"), "'enhanse' is neither a command nor a file");
    CostCommandTest.assertWrong(Run.of("--no-such-option"), "--no-such-option");
  }

  @Test
  @DisplayName("--version names version and commit; --help every command; both on standard output")
  void versionAndHelp() {
    assertThat(Run.of("--version").out())
        .containsPattern("hyperlumen [0-9]+\\.[0-9]+\\.[0-9]+ \\(");
    assertThat(Run.of("--help").out()).contains("enhance", "inspect", "models", "cost", "compare");
    assertThat(Run.of("enhance", "--help").out()).contains("--white-balance");
  }
}
