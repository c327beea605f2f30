package hyperlumen.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shell script that starts the program on Linux in place of jpackage's launcher, with the
 * options and jars that jpackage has written down.
 */
final class LinuxLauncher {

  private static final String OPTION = "java-options=";
  private static final String JAR = "app.classpath=";

  private LinuxLauncher() {}

  /**
   * Fills the template in.
   *
   * @param template a shell script with the places {@code @OPTIONS@} and {@code @CLASSPATH@}
   * @param configuration lines of the file jpackage writes for its launcher
   */
  static String script(String template, List<String> configuration) {
    String options =
        values(configuration, OPTION).stream()
            .filter(option -> !option.startsWith("-XX:MaxRAMPercentage")) // The script decides.
            .map(option -> '"' + option + '"')
            .collect(Collectors.joining(" \\\n  "));
    String jars = String.join(":", values(configuration, JAR));
    return template.replace("@OPTIONS@", options).replace("@CLASSPATH@", jars);
  }

  /** Puts the script in the place of the image's launcher and removes what only that one used. */
  static void replace(Path template, Path image, List<String> configuration) throws IOException {
    Path launcher = image.resolve("bin/hyperlumen");
    Files.delete(launcher);
    Files.writeString(launcher, script(Files.readString(template), configuration));
    if (!launcher.toFile().setExecutable(true, false)) {
      throw new BuildException(launcher + " cannot be made executable");
    }
    Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
  }

  private static List<String> values(List<String> configuration, String key) {
    return configuration.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .toList();
  }
}
