package hyperlumen.runtime;

import java.nio.file.Path;

/** Where the program keeps what it can make again: the platform's cache folder. */
public final class CacheFolder {

  static final UserFolder FOLDER =
      new UserFolder(
          "XDG_CACHE_HOME",
          ".cache",
          "LOCALAPPDATA",
          "AppData/Local",
          "Hyperlumen/Cache",
          "Library/Caches");

  private CacheFolder() {}

  /**
   * {@code $XDG_CACHE_HOME/hyperlumen} or {@code ~/.cache/hyperlumen}; on Windows {@code
   * %LOCALAPPDATA%\Hyperlumen\Cache}; on macOS {@code ~/Library/Caches/Hyperlumen}. Not created.
   */
  public static Path path() {
    return FOLDER.path();
  }
}
