package hyperlumen.app;

import hyperlumen.progress.CancelledException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more, in a process of its own, with the same virtual machine options. */
final class ChildProgram {

  /** Set by an installed program's launcher. */
  private static final String LAUNCHER = "jpackage.app-path";

  private ChildProgram() {}

  /**
   * Runs it to its end; its messages go where ours go.
   *
   * @return what it wrote to standard output
   * @throws IOException if it could not be started or failed
   */
  static String run(List<String> arguments) throws IOException, CancelledException {
    List<String> command = command();
    command.addAll(arguments);
    Process child = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    try {
      child.getOutputStream().close();
      String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = child.waitFor();
      if (code != ExitCode.OK) {
        throw new IOException("a measurement failed with exit code " + code);
      }
      return out;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      child.destroy();
    }
  }

  private static List<String> command() {
    String launcher = System.getProperty(LAUNCHER);
    if (launcher != null) {
      return new ArrayList<>(List.of(launcher));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    return command;
  }
}
