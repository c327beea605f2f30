package hyperlumen.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The most resident memory of this process since the last reset, as the operating system counts it.
 * Known on Linux; elsewhere empty.
 */
public final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");

  private PeakMemory() {}

  /** Begins a new measurement where the system allows it. */
  public static void reset() {
    try {
      if (Files.isWritable(RESET)) {
        Files.writeString(RESET, "5");
      }
    } catch (IOException e) {
      // Then the figure is the peak since the process began, which is still true of it.
      return;
    }
  }

  /** Bytes. */
  public static OptionalLong bytes() {
    try {
      if (Files.isReadable(STATUS)) {
        for (String line : Files.readAllLines(STATUS)) {
          if (line.startsWith("VmHWM:")) {
            return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
