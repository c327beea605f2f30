package hyperlumen.runtime;

import java.nio.file.Path;

/** Where the program keeps what the user has given it, such as added models. */
public final class DataFolder {

  static final UserFolder FOLDER =
      new UserFolder(
          "XDG_DATA_HOME",
          ".local/share",
          "APPDATA",
          "AppData/Roaming",
          "Hyperlumen",
          "Library/Application Support");

  private DataFolder() {}

  /**
   * {@code $XDG_DATA_HOME/hyperlumen} or {@code ~/.local/share/hyperlumen}; on Windows {@code
   * %APPDATA%\Hyperlumen}; on macOS {@code ~/Library/Application Support/Hyperlumen}. Not created.
   */
  public static Path path() {
    return FOLDER.path();
  }
}
