package hyperlumen.installer;

import hyperlumen.write.FolderTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The installed program as a folder: a runtime with only the modules it uses, its jars, models and
 * licences, and a launcher. Everything else is a wrapping around it.
 */
final class ApplicationImage {

  /**
   * As in the launcher of a checkout; the reasons stand there. On Linux the limit of the heap
   * follows --memory, see {@link LinuxLauncher}; jpackage's launchers know one limit only.
   */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmn32m",
          "-XX:MaxRAMPercentage=40",
          "--enable-native-access=ALL-UNNAMED,javafx.graphics",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Dai.djl.offline=true",
          "-Dhyperlumen.assets=$APPDIR/assets",
          "-Donnxruntime.native.path=$APPDIR/native",
          "-Djna.boot.library.path=$APPDIR/native",
          "-Dorg.sqlite.lib.path=$APPDIR/native");

  private static final String CACHE = "hyperlumen.aot";

  private final Build build;
  private final Path work;

  ApplicationImage(Build build, Path work) {
    this.build = build;
    this.work = work;
  }

  /** Builds it and returns its folder. */
  Path build(List<Path> classPath) throws IOException {
    FolderTree.delete(work);
    ApplicationFiles files = new ApplicationFiles(build.platform(), Files.createDirectories(work));
    files.collect(classPath);
    Path assets = files.jars().resolve("assets");
    ApplicationFiles.copy(build.root().resolve("assets/models"), assets.resolve("models"));
    Files.copy(build.root().resolve("LICENSE"), files.jars().resolve("LICENSE.txt"));
    Path licences = Files.createDirectories(files.jars().resolve("licences"));
    new ThirdParty(classPath).write(licences.resolve("THIRD-PARTY.txt"));
    Files.copy(build.billOfMaterials(), licences.resolve("hyperlumen.cdx.json"));
    if (build.platform().system() == Platform.OperatingSystem.LINUX) {
      LinkedRuntime.strip(files.jars());
    }
    Path runtime = new LinkedRuntime(build.platform(), work).link(files);
    Path image = pack(files, runtime);
    record(image);
    if (build.platform().system() == Platform.OperatingSystem.LINUX) {
      LinuxLauncher.replace(build.resource("launcher"), image, configuration(image));
    }
    return image;
  }

  private Path pack(ApplicationFiles files, Path runtime) throws IOException {
    Path target = work.resolve("image");
    Path icon = build.resource(iconName());
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                build.applicationName(),
                "--app-version",
                build.version(),
                "--vendor",
                "Hyperlumen",
                "--copyright",
                "Apache-2.0",
                "--input",
                files.jars().toString(),
                "--main-jar",
                "hyperlumen-app.jar",
                "--main-class",
                "hyperlumen.app.Main",
                "--runtime-image",
                runtime.toString(),
                "--icon",
                icon.toString(),
                "--dest",
                target.toString()));
    List<String> options = new ArrayList<>(JAVA_OPTIONS);
    options.add("-Dhyperlumen.commit=" + build.commit());
    options.add("-XX:AOTCache=$APPDIR/" + CACHE);
    for (String option : options) {
      command.add("--java-options");
      command.add(option);
    }
    if (build.platform().isWindows()) {
      // A program with a window has no console there; this second launcher has one.
      Path console = work.resolve("console.properties");
      Files.writeString(console, "win-console=true\nwin-shortcut=false\nwin-menu=false\n");
      command.add("--add-launcher");
      command.add("hyperlumen-console=" + console);
    }
    if (build.platform().isMac()) {
      command.addAll(
          List.of(
              "--mac-package-identifier",
              "org.hyperlumen.Hyperlumen",
              "--file-associations",
              build.resource("raw-photo.properties").toString()));
    }
    Tool.run(command);
    return target.resolve(build.applicationName() + (build.platform().isMac() ? ".app" : ""));
  }

  private String iconName() {
    return switch (build.platform().system()) {
      case WINDOWS -> "hyperlumen.ico";
      case MAC -> "hyperlumen.icns";
      case LINUX -> "../../ui/src/main/resources/hyperlumen/ui/icon-256.png";
    };
  }

  /** Runs the program once and stores what the virtual machine learned of its start. */
  private void record(Path image) throws IOException {
    Path app = applicationFolder(image);
    List<String> configuration = configuration(image);
    List<String> command = new ArrayList<>();
    if (build.platform().needsDisplay()) {
      command.addAll(List.of("xvfb-run", "-a"));
    }
    Path runtime = runtimeFolder(image);
    command.add(runtime.resolve("bin/java").toString());
    for (String option : values(configuration, "java-options=", app)) {
      if (!option.startsWith("-XX:AOTCache=")) {
        command.add(option);
      }
    }
    Path scratch = Files.createDirectories(work.resolve("recording"));
    command.add("-XX:AOTCacheOutput=" + app.resolve(CACHE));
    // Which methods ran often is 3 MB of the cache and makes no start faster that could be
    // measured.
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    command.add("-Dhyperlumen.startProbe=" + scratch.resolve("out"));
    command.add("-Duser.home=" + scratch);
    command.add("-Dhyperlumen.samples=" + build.root().resolve("assets/samples/raw-sample.dng"));
    command.add("-cp");
    command.add(
        values(configuration, "app.classpath=", app).stream()
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("hyperlumen.app.Main");
    String said = Tool.run(command, Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString()));
    if (!Files.exists(app.resolve(CACHE))) {
      throw new BuildException("the start could not be recorded:\n" + said);
    }
  }

  private List<String> configuration(Path image) throws IOException {
    return Files.readAllLines(applicationFolder(image).resolve(build.applicationName() + ".cfg"));
  }

  private static List<String> values(List<String> configuration, String key, Path app) {
    return configuration.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replace("$APPDIR", app.toString()))
        .toList();
  }

  private Path applicationFolder(Path image) {
    return switch (build.platform().system()) {
      case LINUX -> image.resolve("lib/app");
      case WINDOWS -> image.resolve("app");
      case MAC -> image.resolve("Contents/app");
    };
  }

  private Path runtimeFolder(Path image) {
    return switch (build.platform().system()) {
      case LINUX -> image.resolve("lib/runtime");
      case WINDOWS -> image.resolve("runtime");
      case MAC -> image.resolve("Contents/runtime/Contents/Home");
    };
  }

  /** Bytes per part of the image, the rest and the sum: the table of sizes. */
  static String sizes(Path image) throws IOException {
    Map<String, Path> parts = new LinkedHashMap<>();
    parts.put("Java runtime with JavaFX", image.resolve("lib/runtime"));
    parts.put("start-up cache", image.resolve("lib/app/" + CACHE));
    parts.put("ONNX Runtime, SQLite and JNA natives", image.resolve("lib/app/native"));
    Path models = image.resolve("lib/app/assets/models");
    if (Files.isDirectory(models)) {
      try (Stream<Path> folders = Files.list(models)) {
        for (Path model : folders.filter(Files::isDirectory).sorted().toList()) {
          parts.put("model " + model.getFileName(), model);
        }
      }
    }
    StringBuilder table = new StringBuilder("| part | MB |\n|---|---|\n");
    long all = bytes(image);
    long rest = all;
    for (Map.Entry<String, Path> part : parts.entrySet()) {
      if (Files.exists(part.getValue())) {
        long size = bytes(part.getValue());
        rest -= size;
        row(table, part.getKey(), size);
      }
    }
    row(table, "jars, launcher, licences", rest);
    row(table, "all", all);
    return table.toString();
  }

  private static void row(StringBuilder table, String part, long size) {
    table.append(String.format(Locale.ROOT, "| %s | %.1f |%n", part, size / 1e6));
  }

  /** Bytes of all files in a folder. */
  static long bytes(Path folder) throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(f -> Files.isRegularFile(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
              .toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }
}
