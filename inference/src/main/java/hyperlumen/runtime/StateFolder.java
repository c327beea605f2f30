package hyperlumen.runtime;

import java.nio.file.Path;

/** Where the program keeps what it must not forget, such as the queue of jobs. */
public final class StateFolder {

  /** Overrides the place; used by tests and by installations that keep their state elsewhere. */
  private static final String PROPERTY = "hyperlumen.state";

  static final UserFolder FOLDER =
      new UserFolder(
          "XDG_STATE_HOME",
          ".local/state",
          "LOCALAPPDATA",
          "AppData/Local",
          "Hyperlumen",
          "Library/Application Support");

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
    return FOLDER.path();
  }
}
