package hyperlumen.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that a report was made on.
 *
 * @param cpu the processor's name as the system gives it
 * @param threads processors available to this program
 * @param peakGflops most FLOP per second it can do, in billions; null where it was not measured
 */
public record Machine(String cpu, int threads, Double peakGflops) {

  /** This machine. */
  public static Machine here() {
    return new Machine(
        cpuName().orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        null);
  }

  private static Optional<String> cpuName() {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
