package hyperlumen.batch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the disks, cards and network folders of a job are there. */
final class Media {

  private Media() {}

  /**
   * The folder that is missing. A folder of inputs counts as missing when it is empty, too: that is
   * how the place of a card looks after the card was pulled out. A file that is missing beside
   * others is that file's own fault.
   */
  static Optional<Path> missing(JobOrder order) {
    Path folder = order.input().getParent();
    if (!Files.exists(order.input()) && isEmpty(folder)) {
      return Optional.of(folder);
    }
    return Files.isDirectory(order.root()) ? Optional.empty() : Optional.of(order.root());
  }

  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      return true;
    }
  }
}
