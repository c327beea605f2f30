package hyperlumen.runtime;

import java.nio.file.Path;
import java.util.Locale;

/** Where the program keeps what the user has given it, such as added models. */
public final class DataFolder {

  private DataFolder() {}

  /**
   * {@code $XDG_DATA_HOME/hyperlumen} or {@code ~/.local/share/hyperlumen}; on Windows {@code
   * %APPDATA%\Hyperlumen}; on macOS {@code ~/Library/Application Support/Hyperlumen}. Not created.
   */
  public static Path path() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String roaming = System.getenv("APPDATA");
      Path base = roaming == null ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
      return base.resolve("Hyperlumen");
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Hyperlumen");
    }
    String xdg = System.getenv("XDG_DATA_HOME");
    Path base =
        xdg == null || xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg);
    return base.resolve("hyperlumen");
  }
}
