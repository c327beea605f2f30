package hyperlumen.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Turns the program's class path into what is shipped: jars without natives, this platform's
 * natives in a folder of their own (where they can be signed and need not be unpacked), and
 * JavaFX's modules apart, since they are linked into the runtime.
 */
final class ApplicationFiles {

  private final Platform platform;
  private final Path jars;
  private final Path natives;
  private final Path modules;
  private final Path moduleNatives;

  /**
   * Prepares the folders.
   *
   * @param work an empty folder
   */
  ApplicationFiles(Platform platform, Path work) throws IOException {
    this.platform = platform;
    jars = Files.createDirectories(work.resolve("input"));
    natives = Files.createDirectories(jars.resolve("native"));
    modules = Files.createDirectories(work.resolve("modules"));
    moduleNatives = Files.createDirectories(work.resolve("module-natives"));
  }

  /** Jars, and the folder "native". */
  Path jars() {
    return jars;
  }

  /** JavaFX's modules without their natives. */
  Path modules() {
    return modules;
  }

  /** JavaFX's natives, for the runtime's own folder of libraries. */
  Path moduleNatives() {
    return moduleNatives;
  }

  /** Writes the jars for every entry of a class path: a jar, or a folder with classes. */
  void collect(List<Path> classPath) throws IOException {
    for (Path entry : classPath) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        if (!entry.endsWith("classes")) {
          throw new BuildException(entry + " does not belong into a package");
        }
        // MODULE/target/classes
        Path module = entry.toAbsolutePath().getParent().getParent();
        ofFolder(entry).write(jars.resolve("hyperlumen-" + module.getFileName() + ".jar"));
      } else if (name.startsWith("javafx-")) {
        if (name.matches("javafx-\\w+-[\\d.]+-[\\w-]+\\.jar")) { // The others are empty.
          ofJar(entry, moduleNatives, true).write(modules.resolve(name));
        }
      } else {
        ofJar(entry, natives, false).write(jars.resolve(name));
      }
    }
  }

  private static ReproducibleJar ofFolder(Path folder) throws IOException {
    ReproducibleJar jar = new ReproducibleJar();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private ReproducibleJar ofJar(Path file, Path libraries, boolean module) throws IOException {
    ReproducibleJar jar = new ReproducibleJar();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String name = entry.getName();
        if (entry.isDirectory() || name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)")) {
          continue; // A signature no longer holds once something is left out.
        }
        if (isNative(name, module)) {
          boolean ours = module || platform.ownNativeFolders().stream().anyMatch(name::startsWith);
          if (ours && !name.contains(".dSYM/")) {
            String base = name.substring(name.lastIndexOf('/') + 1);
            Files.write(libraries.resolve(base), bytes(zip, entry));
          }
        } else {
          jar.add(name, bytes(zip, entry));
        }
      }
    }
    return jar;
  }

  private static boolean isNative(String name, boolean module) {
    return module
        ? name.matches("[^/]+\\.(so|dll|dylib)")
        : Platform.nativeFolders().stream().anyMatch(name::startsWith)
            && (name.matches(".*\\.(so|dll|dylib|jnilib|a)") || name.contains(".dSYM/"));
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Copies a folder with everything in it. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(all::add);
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(
            file,
            target,
            java.nio.file.LinkOption.NOFOLLOW_LINKS,
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
