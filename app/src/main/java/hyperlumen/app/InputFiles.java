package hyperlumen.app;

import hyperlumen.ui.PhotoFiles;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The files that the arguments of one command stand for. */
final class InputFiles {

  /** Deeper folders are taken for a mistake such as a loop of links. */
  private static final int DEEPEST = 64;

  private InputFiles() {}

  /**
   * One photo to be worked on.
   *
   * @param file where it is
   * @param relative its place below the folder that was named, or just its name
   */
  record Input(Path file, Path relative) {}

  /**
   * Files in the order named, folders' files sorted by path; a file that comes up twice counts
   * once.
   */
  static List<Input> of(List<Path> arguments, boolean recursive) throws IOException {
    Map<Path, Input> inputs = new LinkedHashMap<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        for (Path file : photos(argument, recursive)) {
          inputs.putIfAbsent(identity(file), new Input(file, argument.relativize(file)));
        }
      } else {
        inputs.putIfAbsent(identity(argument), new Input(argument, argument.getFileName()));
      }
    }
    return new ArrayList<>(inputs.values());
  }

  private static List<Path> photos(Path folder, boolean recursive) throws IOException {
    int depth = recursive ? DEEPEST : 1;
    try (Stream<Path> files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> isPhoto(file) && Files.isRegularFile(file))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** Whether a folder's file of that name is taken for a photo; hidden ones are not. */
  static boolean isPhoto(Path file) {
    return PhotoFiles.looksLikePhoto(file) && !file.getFileName().toString().startsWith(".");
  }

  /** What follows the last dot of the name, in lower case; empty without one. */
  static String ending(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  /** The path without links and detours, as far as the file is there. */
  static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
