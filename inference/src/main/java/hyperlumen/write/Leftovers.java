package hyperlumen.write;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The hidden files of unfinished outputs: their names, and removing those that nobody finishes. */
public final class Leftovers {

  private static final String START = ".hyperlumen-";
  private static final String END = ".tmp";
  private static final int UUID_LENGTH = 36;

  private Leftovers() {}

  /** The hidden file beside {@code target} that this process writes first. */
  static Path temporary(Path target) {
    return target.resolveSibling(START + ProcessMark.here().text() + "-" + UUID.randomUUID() + END);
  }

  /**
   * Removes what processes that were killed have left in a folder, not in those below it.
   *
   * @return number of files removed
   */
  public static int remove(Path folder) throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, START + "*" + END)) {
      for (Path file : files) {
        if (owner(file).map(ProcessMark::isGone).orElse(false) && Files.deleteIfExists(file)) {
          removed++;
        }
      }
    }
    return removed;
  }

  private static Optional<ProcessMark> owner(Path file) {
    String name = file.getFileName().toString();
    int end = name.length() - END.length() - UUID_LENGTH - 1;
    return end <= START.length()
        ? Optional.empty()
        : ProcessMark.parse(name.substring(START.length(), end));
  }
}
