package hyperlumen.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One of the folders that a platform has for a user's files, and what ours is called in it.
 *
 * @param xdgVariable environment variable of the XDG base directory specification
 * @param xdgDefault below the home folder, where the variable is not set
 * @param windowsVariable environment variable of Windows
 * @param windowsDefault below the home folder, where the variable is not set
 * @param windowsName ours below that
 * @param macFolder below the home folder on macOS
 */
record UserFolder(
    String xdgVariable,
    String xdgDefault,
    String windowsVariable,
    String windowsDefault,
    String windowsName,
    String macFolder) {

  /** On this system; not created. */
  Path path() {
    return path(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System::getenv);
  }

  /** On the system of that name. */
  Path path(String system, Path home, UnaryOperator<String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      return base(environment, windowsVariable, home.resolve(windowsDefault)).resolve(windowsName);
    }
    if (name.contains("mac")) {
      return home.resolve(macFolder).resolve("Hyperlumen");
    }
    return base(environment, xdgVariable, home.resolve(xdgDefault)).resolve("hyperlumen");
  }

  private static Path base(UnaryOperator<String> environment, String variable, Path otherwise) {
    String value = environment.apply(variable);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }
}
