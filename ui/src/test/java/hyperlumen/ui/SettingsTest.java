package hyperlumen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

  @TempDir Path folder;

  private enum Colour {
    RED,
    BLUE
  }

  @Test
  void whatIsSetComesBackInTheNextRun() {
    Path file = folder.resolve("deep/down/window.properties");
    Settings first = new Settings(file);
    first.set("width", 1280.5);
    first.set("colour", Colour.BLUE);
    first.set("folder", "/photos/\u00fcber alles");
    first.save();
    Settings next = new Settings(file);
    assertThat(next.number("width")).contains(1280.5);
    assertThat(next.constant("colour", Colour.class)).contains(Colour.BLUE);
    assertThat(next.text("folder")).contains("/photos/\u00fcber alles");
    assertThat(next.text("height")).isEmpty();
  }

  @Test
  void nonsenseInTheFileMeansDefaults() throws IOException {
    Path file = folder.resolve("window.properties");
    Files.writeString(file, "width=wide\ncolour=GREEN\n\\u00zz=1\n");
    Settings settings = new Settings(file);
    assertThat(settings.number("width")).isEmpty();
    assertThat(settings.constant("colour", Colour.class)).isEmpty();
  }

  @Test
  void recentFilesAreLatestFirstWithoutRepetition() {
    Settings settings = new Settings(folder.resolve("window.properties"));
    for (int i = 0; i < 12; i++) {
      settings.addRecent(Path.of("photo" + i));
    }
    settings.addRecent(Path.of("photo5"));
    assertThat(settings.recent()).hasSize(Settings.RECENT);
    assertThat(settings.recent()).startsWith(Path.of("photo5"), Path.of("photo11"));
    assertThat(settings.recent()).doesNotHaveDuplicates();
    settings.clearRecent();
    assertThat(settings.recent()).isEmpty();
  }
}
