package hyperlumen.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java runtime with JavaFX that is shipped: jlink's, and on Linux, where the result is run by a
 * test, without what the program never loads.
 */
final class LinkedRuntime {

  /** What the program and its libraries use; jdeps cannot tell, since several name no modules. */
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop",
          "java.logging",
          "java.management",
          "java.sql",
          "java.xml",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  /**
   * Libraries of AWT for its windows, its text, its splash screen, its filters and for sound: AWT
   * reads and writes pictures here, without a display, and draws nothing. And what only tools for
   * development and connections to the network read.
   */
  private static final List<String> UNUSED_FILES =
      List.of(
          "classlist",
          "jrt-fs.jar",
          "security/public_suffix_list.dat",
          "libawt_xawt.so",
          "libfontmanager.so",
          "libfreetype.so",
          "libjawt.so",
          "libjsound.so",
          "libmlib_image.so",
          "libsplashscreen.so");

  private final Platform platform;
  private final Path work;

  LinkedRuntime(Platform platform, Path work) {
    this.platform = platform;
    this.work = work;
  }

  /** Links it and returns its folder. */
  Path link(ApplicationFiles files) throws IOException {
    boolean trimmed = platform.system() == Platform.OperatingSystem.LINUX;
    Path runtime = work.resolve("runtime");
    List<String> modules = new ArrayList<>(MODULES);
    try (Stream<Path> javafx = Files.list(files.modules())) {
      for (Path jar : javafx.toList()) {
        modules.add(jar.getFileName().toString().replaceAll("^(javafx)-(\\w+)-.*", "$1.$2"));
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jlink"),
                "--module-path",
                files.modules().toString(),
                "--add-modules",
                String.join(",", modules),
                "--include-locales=en,de",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-9",
                "--output",
                runtime.toString()));
    if (trimmed) {
      Path unused = Files.write(work.resolve("unused.txt"), UnusedClasses.patterns());
      command.add("--exclude-resources=@" + unused);
    }
    Tool.run(command);
    ApplicationFiles.copy(
        files.moduleNatives(), runtime.resolve(platform.isWindows() ? "bin" : "lib"));
    if (trimmed) {
      for (String file : UNUSED_FILES) {
        Files.delete(runtime.resolve("lib").resolve(file));
      }
      strip(runtime);
    }
    return runtime;
  }

  /** Takes symbols that only a debugger reads out of all libraries below a folder. Linux only. */
  static void strip(Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".so"))
          .map(Path::toString)
          .sorted()
          .forEach(command::add);
    }
    Tool.run(command);
  }
}
