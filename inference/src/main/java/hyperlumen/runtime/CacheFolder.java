package hyperlumen.runtime;

import java.nio.file.Path;
import java.util.Locale;

/** Where the program keeps what it can make again: the platform's cache folder. */
public final class CacheFolder {

  private CacheFolder() {}

  /**
   * {@code $XDG_CACHE_HOME/hyperlumen} or {@code ~/.cache/hyperlumen}; on Windows {@code
   * %LOCALAPPDATA%\Hyperlumen\Cache}; on macOS {@code ~/Library/Caches/Hyperlumen}. Not created.
   */
  public static Path path() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      Path base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return base.resolve("Hyperlumen").resolve("Cache");
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("Hyperlumen");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base = xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
    return base.resolve("hyperlumen");
  }
}
