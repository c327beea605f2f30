package hyperlumen.tests;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the real program in a virtual machine of its own, as the launcher does. */
final class Program {

  /** The repository's root. */
  static final Path ROOT =
      Path.of(System.getProperty("hyperlumen.root", "..")).toAbsolutePath().normalize();

  static final Path SAMPLES = ROOT.resolve("assets/samples");

  /** Far more than any of these runs takes; a run that hangs ends here. */
  private static final int MINUTES = 15;

  private Program() {}

  /** How a run ended and what it said. */
  record Outcome(int code, String out, String err) {}

  /** Runs one command in a sandbox's working folder. */
  static Outcome run(Sandbox sandbox, Object... arguments) throws Exception {
    return runUnder(List.of(), sandbox, arguments);
  }

  /** Runs one command under another program such as {@code unshare -n}. */
  static Outcome runUnder(List<String> wrapper, Sandbox sandbox, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=40",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dai.djl.offline=true",
            "-Dhyperlumen.assets=" + ROOT.resolve("assets"),
            "-Duser.home=" + sandbox.home(),
            "-Dhyperlumen.state=" + sandbox.state(),
            "-Djava.io.tmpdir=" + sandbox.temporary(),
            "-cp",
            System.getProperty("java.class.path"),
            "hyperlumen.app.Main"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    File out = File.createTempFile("program", ".out");
    File err = File.createTempFile("program", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(sandbox.work().toFile())
              .redirectOutput(out)
              .redirectError(err);
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("XDG_"));
      environment.put("HOME", sandbox.home().toString());
      environment.put("DJL_CACHE_DIR", sandbox.cache().toString());
      Process process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("the program did not end; it said " + text(err));
      }
      return new Outcome(process.exitValue(), text(out), text(err));
    } finally {
      Files.delete(out.toPath());
      Files.delete(err.toPath());
    }
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath());
  }
}
