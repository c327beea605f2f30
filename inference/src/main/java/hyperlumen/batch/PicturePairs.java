package hyperlumen.batch;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Pictures that belong together, found by their names without the ending. */
public final class PicturePairs {

  private PicturePairs() {}

  /** A reference and the picture to be compared with it. */
  public record Pair(Path reference, Path image) {}

  /** The pairs of two folders, sorted by name; files without a partner are left out. */
  public static List<Pair> ofFolders(Path references, Path images) throws PhotoException {
    Map<String, Path> byName = byBaseName(references);
    List<Pair> pairs = new ArrayList<>();
    byBaseName(images)
        .forEach(
            (name, image) -> {
              if (byName.containsKey(name)) {
                pairs.add(new Pair(byName.get(name), image));
              }
            });
    return pairs;
  }

  /** The files directly in a folder by name without ending; of several the first one counts. */
  public static Map<String, Path> byBaseName(Path folder) throws PhotoException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> files.putIfAbsent(baseName(file), file));
    } catch (IOException e) {
      throw new PhotoException(Kind.NOT_FOUND, folder, "cannot be listed", e);
    }
    return files;
  }

  /** The file's name without the last dot and what follows it. */
  public static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
