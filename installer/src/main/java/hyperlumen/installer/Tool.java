package hyperlumen.installer;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program and keeps what it says for the case that it fails. */
final class Tool {

  private Tool() {}

  /** The JDK's own program of a name. */
  static String ofJdk(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Runs a program to its end and returns what it said. */
  static String run(List<String> command) throws IOException {
    return run(command, Map.of());
  }

  /**
   * Runs a program to its end and returns what it said.
   *
   * @param environment is added to this process's own
   * @throws BuildException with its last words, where it cannot be started or fails
   */
  static String run(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new BuildException(
          command.getFirst() + " cannot be started; is it installed? " + e.getMessage());
    }
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new BuildException(command.getFirst() + " was interrupted");
    }
    if (code != 0) {
      throw new BuildException(
          command.getFirst() + " failed with exit code " + code + ":\n" + said);
    }
    return said;
  }
}
