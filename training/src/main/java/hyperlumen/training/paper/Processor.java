package hyperlumen.training.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor that measurements are made on. */
final class Processor {

  private Processor() {}

  /** Its name as the system gives it, or the architecture. */
  static String name() {
    Path info = Path.of("/proc/cpuinfo");
    String unknown = System.getProperty("os.arch");
    if (!Files.isReadable(info)) {
      return unknown;
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse(unknown);
    } catch (IOException e) {
      return unknown;
    }
  }
}
