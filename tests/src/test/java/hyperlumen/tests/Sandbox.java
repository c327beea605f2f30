package hyperlumen.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An empty home, temporary and working folder for one test, to see what the program leaves. */
record Sandbox(Path home, Path temporary, Path work) {

  /** Creates the three folders. */
  static Sandbox in(Path folder) throws IOException {
    return new Sandbox(
        Files.createDirectories(folder.resolve("home")),
        Files.createDirectories(folder.resolve("temporary")),
        Files.createDirectories(folder.resolve("work")));
  }

  /** The program's own cache. */
  Path cache() {
    return home.resolve(".cache/hyperlumen");
  }

  /** The program's queue. */
  Path state() {
    return home.resolve(".local/state/hyperlumen");
  }

  /**
   * Every file in the three folders but the cache's and the queue's, relative to the folder that
   * holds them.
   */
  SortedSet<String> files() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (Path folder : new Path[] {home, temporary, work}) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> isForeign(file))
            .forEach(file -> names.add(slashes(home.getParent().relativize(file))));
      }
    }
    return names;
  }

  private boolean isForeign(Path file) {
    return !Files.isDirectory(file) && !file.startsWith(cache()) && !file.startsWith(state());
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
