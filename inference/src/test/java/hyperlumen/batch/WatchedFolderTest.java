package hyperlumen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file has arrived. */
class WatchedFolderTest {

  @TempDir private Path folder;
  private long seconds;

  private WatchedFolder watched() {
    return new WatchedFolder(
        folder,
        file -> file.toString().endsWith(".png"),
        Duration.ofSeconds(3),
        () -> seconds * 1_000_000_000L);
  }

  @Test
  void aFileIsGivenOnceAfterItHasSettled() throws Exception {
    WatchedFolder watched = watched();
    assertThat(watched.settled()).isEmpty();
    Path file = Files.writeString(folder.resolve("a.png"), "half");
    assertThat(watched.settled()).isEmpty();
    seconds = 2;
    Files.writeString(file, "half and half");
    assertThat(watched.settled()).isEmpty();
    seconds = 4;
    assertThat(watched.settled()).isEmpty();
    seconds = 5;
    assertThat(watched.settled()).containsExactly(file);
    seconds = 100;
    assertThat(watched.settled()).isEmpty();
  }

  @Test
  void aFileThatChangesLaterIsGivenAgain() throws Exception {
    WatchedFolder watched = watched();
    Path file = Files.writeString(folder.resolve("a.png"), "one");
    watched.settled();
    seconds = 3;
    assertThat(watched.settled()).containsExactly(file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(12345));
    watched.settled();
    seconds = 6;
    assertThat(watched.settled()).containsExactly(file);
  }

  @Test
  void otherNamesEmptyFilesAndFoldersAreNotGiven() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "text");
    Files.createFile(folder.resolve("empty.png"));
    Files.createDirectory(folder.resolve("folder.png"));
    WatchedFolder watched = watched();
    watched.settled();
    seconds = 10;
    assertThat(watched.settled()).isEmpty();
  }

  @Test
  void aFolderThatIsAwayForAWhileDoesNotMakeItsFilesNew() throws Exception {
    WatchedFolder watched = watched();
    Path file = Files.writeString(folder.resolve("a.png"), "one");
    watched.settled();
    seconds = 3;
    assertThat(watched.settled()).containsExactly(file);
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);
    seconds = 6;
    assertThat(watched.settled()).isEmpty();
    Files.move(away, folder);
    seconds = 20;
    assertThat(watched.settled()).isEmpty();
  }
}
