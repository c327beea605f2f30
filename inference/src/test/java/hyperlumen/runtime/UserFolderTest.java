package hyperlumen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where each platform wants a user's files. */
class UserFolderTest {

  private static final Path HOME = Path.of("home", "ada");
  private static final Map<String, String> NOTHING_SET = Map.of();

  private static Path of(UserFolder folder, String system, Map<String, String> environment) {
    return folder.path(system, HOME, environment::get);
  }

  @Test
  void linuxFollowsTheXdgSpecification() {
    assertThat(of(CacheFolder.FOLDER, "Linux", NOTHING_SET))
        .isEqualTo(HOME.resolve(".cache/hyperlumen"));
    assertThat(of(DataFolder.FOLDER, "Linux", NOTHING_SET))
        .isEqualTo(HOME.resolve(".local/share/hyperlumen"));
    assertThat(of(StateFolder.FOLDER, "Linux", NOTHING_SET))
        .isEqualTo(HOME.resolve(".local/state/hyperlumen"));
    assertThat(of(CacheFolder.FOLDER, "Linux", Map.of("XDG_CACHE_HOME", "elsewhere")))
        .isEqualTo(Path.of("elsewhere", "hyperlumen"));
    assertThat(of(DataFolder.FOLDER, "Linux", Map.of("XDG_DATA_HOME", " ")))
        .as("a blank variable counts as not set")
        .isEqualTo(HOME.resolve(".local/share/hyperlumen"));
  }

  @Test
  void windowsKeepsWhatRoamsApartFromWhatStays() {
    Map<String, String> set = Map.of("APPDATA", "roaming", "LOCALAPPDATA", "local");
    assertThat(of(DataFolder.FOLDER, "Windows 11", set)).isEqualTo(Path.of("roaming/Hyperlumen"));
    assertThat(of(StateFolder.FOLDER, "Windows 11", set)).isEqualTo(Path.of("local/Hyperlumen"));
    assertThat(of(CacheFolder.FOLDER, "Windows 11", set))
        .isEqualTo(Path.of("local/Hyperlumen/Cache"));
    assertThat(of(DataFolder.FOLDER, "Windows 11", NOTHING_SET))
        .isEqualTo(HOME.resolve("AppData/Roaming/Hyperlumen"));
  }

  @Test
  void macHasItsLibrary() {
    assertThat(of(CacheFolder.FOLDER, "Mac OS X", NOTHING_SET))
        .isEqualTo(HOME.resolve("Library/Caches/Hyperlumen"));
    assertThat(of(DataFolder.FOLDER, "Mac OS X", NOTHING_SET))
        .isEqualTo(HOME.resolve("Library/Application Support/Hyperlumen"));
    assertThat(of(StateFolder.FOLDER, "Mac OS X", NOTHING_SET))
        .isEqualTo(HOME.resolve("Library/Application Support/Hyperlumen"));
  }
}
