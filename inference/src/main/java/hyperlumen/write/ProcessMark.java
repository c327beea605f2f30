package hyperlumen.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process something belongs to, so that another process of the same machine can see that its
 * owner is gone.
 *
 * @param host a number made of the machine's name
 * @param pid the process
 * @param started when it began, milliseconds since 1970; 0 where the system does not say
 */
public record ProcessMark(int host, long pid, long started) {

  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  private static final ProcessMark HERE =
      new ProcessMark(
          hostName().hashCode(), ProcessHandle.current().pid(), started(ProcessHandle.current()));

  /** This process. */
  public static ProcessMark here() {
    return HERE;
  }

  /** The mark written by {@link #text()}; empty if it is none. */
  public static Optional<ProcessMark> parse(String text) {
    String[] parts = text.split("-", -1);
    try {
      return parts.length == 3
          ? Optional.of(
              new ProcessMark(
                  Integer.parseUnsignedInt(parts[0], 16),
                  Long.parseLong(parts[1]),
                  Long.parseLong(parts[2], 16)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Three numbers joined by hyphens. */
  public String text() {
    return Integer.toHexString(host) + "-" + pid + "-" + Long.toHexString(started);
  }

  /** Whether it has certainly ended: a process of this machine that is no more. */
  public boolean isGone() {
    return host == HERE.host
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> started == 0 || started(process) == started)
            .isEmpty();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    try {
      if (Files.isReadable(HOST_NAME)) {
        return Files.readString(HOST_NAME).strip();
      }
    } catch (IOException e) {
      return "unnamed";
    }
    return Optional.ofNullable(System.getenv("COMPUTERNAME"))
        .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
        .orElse("unnamed");
  }
}
