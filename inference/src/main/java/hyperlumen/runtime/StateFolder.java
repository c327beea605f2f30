package hyperlumen.runtime;

import java.nio.file.Path;
import java.util.Locale;

/** Where the program keeps what it must not forget, such as the queue of jobs. */
public final class StateFolder {

  /** Overrides the place; used by tests and by installations that keep their state elsewhere. */
  private static final String PROPERTY = "hyperlumen.state";

  private StateFolder() {}

  /**
   * {@code $XDG_STATE_HOME/hyperlumen} or {@code ~/.local/state/hyperlumen}; on Windows {@code
   * %LOCALAPPDATA%\Hyperlumen}; on macOS {@code ~/Library/Application Support/Hyperlumen}. Not
   * created.
   */
  public static Path path() {
    String chosen = System.getProperty(PROPERTY);
    if (chosen != null) {
      return Path.of(chosen);
    }
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      Path base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return base.resolve("Hyperlumen");
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Hyperlumen");
    }
    String xdg = System.getenv("XDG_STATE_HOME");
    Path base =
        xdg == null || xdg.isBlank() ? home.resolve(".local").resolve("state") : Path.of(xdg);
    return base.resolve("hyperlumen");
  }
}
