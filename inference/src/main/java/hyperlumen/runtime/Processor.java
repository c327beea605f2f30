package hyperlumen.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor's name as the system gives it. */
public final class Processor {

  private static final Path INFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** Its name, or the architecture's where the system does not tell. */
  public static String name() {
    String architecture = System.getProperty("os.arch");
    if (!Files.isReadable(INFO)) {
      String windows = System.getenv("PROCESSOR_IDENTIFIER");
      return windows == null ? architecture : windows;
    }
    try (Stream<String> lines = Files.lines(INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}
