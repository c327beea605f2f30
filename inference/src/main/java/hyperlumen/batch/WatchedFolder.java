package hyperlumen.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files that arrive in a folder. One counts as arrived when its size and date have not changed for
 * a while, since cameras and copies write for seconds; one that changes later counts again. It is
 * looked at again and again instead of waiting for the system's events, which network folders and
 * cards do not send. Not thread-safe.
 */
public final class WatchedFolder {

  private final Path folder;
  private final Predicate<Path> wanted;
  private final long settleNanos;
  private final LongSupplier clock;
  private final Map<Path, Seen> seen = new HashMap<>();

  /** How a file looked, since when, and whether it was given out. */
  private record Seen(long size, long modified, long since, boolean given) {}

  /**
   * Begins; files that are there already count as new.
   *
   * @param wanted which names count
   * @param settle how long a file must not change
   */
  public WatchedFolder(Path folder, Predicate<Path> wanted, Duration settle) {
    this(folder, wanted, settle, System::nanoTime);
  }

  WatchedFolder(Path folder, Predicate<Path> wanted, Duration settle, LongSupplier clock) {
    this.folder = folder;
    this.wanted = wanted;
    this.settleNanos = settle.toNanos();
    this.clock = clock;
  }

  /** The files that have settled since the last call, sorted; empty while the folder is away. */
  public List<Path> settled() {
    long now = clock.getAsLong();
    List<Path> ready = new ArrayList<>();
    Map<Path, Seen> present = new HashMap<>();
    for (Path file : files()) {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        long modified = is.lastModifiedTime().toMillis();
        Seen before = seen.get(file);
        boolean same =
            before != null && before.size() == is.size() && before.modified() == modified;
        Seen after = same ? before : new Seen(is.size(), modified, now, false);
        if (!after.given() && is.size() > 0 && now - after.since() >= settleNanos) {
          ready.add(file);
          after = new Seen(after.size(), after.modified(), after.since(), true);
        }
        present.put(file, after);
      } catch (IOException e) {
        present.remove(file); // It went away between listing and looking.
      }
    }
    if (!present.isEmpty() || Files.isDirectory(folder)) {
      seen.clear();
      seen.putAll(present);
    }
    return ready;
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> wanted.test(file) && Files.isRegularFile(file)).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
