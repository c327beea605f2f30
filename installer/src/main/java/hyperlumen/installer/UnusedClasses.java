package hyperlumen.installer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts of the JDK's modules that a program without Swing, sound, printing and style sheets of XML
 * never loads, as patterns for jlink. jlink wants every package of a module to exist, so that the
 * smallest file of each stays.
 */
final class UnusedClasses {

  /** Folders in the JDK's image. AWT itself stays: reading and writing pictures needs it. */
  private static final List<String> FOLDERS =
      List.of(
          "java.base/sun/security/tools",
          "java.desktop/com/sun/java/swing",
          "java.desktop/com/sun/media/sound",
          "java.desktop/com/sun/swing",
          "java.desktop/javax/sound",
          "java.desktop/javax/swing",
          "java.desktop/sun/awt/X11",
          "java.desktop/sun/print",
          "java.desktop/sun/swing",
          "java.xml/com/sun/org/apache/bcel",
          "java.xml/com/sun/org/apache/xalan");

  private UnusedClasses() {}

  /** One line per class or resource that is to be left out of a linked runtime. */
  static List<String> patterns() throws IOException {
    Path image = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    List<String> patterns = new ArrayList<>();
    for (String folder : FOLDERS) {
      Path root = image.resolve(folder);
      if (Files.isDirectory(root)) {
        for (List<Path> files : byFolder(root).values()) {
          files.stream()
              .skip(1)
              .map(file -> '/' + image.relativize(file).toString())
              .forEach(patterns::add);
        }
      }
    }
    return patterns;
  }

  /** The files of each folder below a root, the smallest first. */
  private static Map<Path, List<Path>> byFolder(Path root) throws IOException {
    Map<Path, List<Path>> folders = new TreeMap<>();
    Map<Path, Long> sizes = new TreeMap<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sizes.put(file, attributes.size());
            folders.computeIfAbsent(file.getParent(), f -> new ArrayList<>()).add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    Comparator<Path> smallest = Comparator.comparing(sizes::get);
    folders.values().forEach(files -> files.sort(smallest.thenComparing(Path::toString)));
    return folders;
  }
}
