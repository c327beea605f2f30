package hyperlumen.installer;

import hyperlumen.write.FolderTree;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Entry point of the command "package": builds installers for the system it runs on. */
@Command(
    name = "hyperlumen package",
    description = "Builds packages for this system: app-image, deb, rpm, msi, dmg or pkg.",
    mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "TYPE", description = "All of this system by default.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--jars",
      paramLabel = "DIR",
      description = "Writes only the jars and prints their hashes; two builds print the same.")
  private Path jarsOnly;

  @Option(
      names = "--start-times",
      paramLabel = "PROGRAM",
      arity = "0..1",
      fallbackValue = "",
      description = {
        "Measures how soon the program opens its window and finishes its first tile: the one built"
            + " last, or the installed PROGRAM. Linux only."
      })
  private String startTimes;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "9",
      description = "Starts of each kind to measure; ${DEFAULT-VALUE} by default.")
  private int rounds;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs in the checkout named by the property hyperlumen.root; exit code 0 if all was built. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          if (e instanceof BuildException) {
            failed.getErr().println("hyperlumen: " + e.getMessage());
            return 1;
          }
          throw e;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path root = Path.of(System.getProperty("hyperlumen.root", "")).toAbsolutePath();
    Platform platform = Platform.current();
    List<String> wanted = types.isEmpty() ? platform.packages() : types;
    for (String type : wanted) {
      if (!platform.packages().contains(type)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "'" + type + "' cannot be built here; possible are " + platform.packages());
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (startTimes != null) {
      out.print(startTimes(root, platform));
      out.flush();
      return 0;
    }
    List<Path> classPath = classPath(root);
    if (jarsOnly != null) {
      FolderTree.delete(jarsOnly);
      ApplicationFiles files = new ApplicationFiles(platform, jarsOnly);
      files.collect(classPath);
      try (Stream<Path> jars = Files.list(files.jars())) {
        out.print(Checksums.of(jars.filter(Files::isRegularFile).sorted().toList()));
      }
      out.flush();
      return 0;
    }
    Build build =
        new Build(
            root,
            platform,
            version(),
            System.getProperty("hyperlumen.commit", "unknown"),
            Files.createDirectories(root.resolve("installer/target/packages")));
    Path work = root.resolve("installer/target/work");
    Path image = new ApplicationImage(build, work.resolve("image")).build(classPath);
    out.println(image);
    out.print(ApplicationImage.sizes(image));
    out.flush();
    List<Path> made = new ArrayList<>();
    for (String type : wanted) {
      if (!type.equals("app-image")) {
        Path file = make(build, image, type, work);
        made.add(file);
        out.printf("%7.1f MB  %s%n", Files.size(file) / 1e6, file);
        out.flush();
      }
    }
    if (!made.isEmpty()) {
      Path bom = build.target().resolve("hyperlumen-" + build.version() + ".cdx.json");
      Files.copy(build.billOfMaterials(), bom, StandardCopyOption.REPLACE_EXISTING);
      made.add(bom);
      Files.writeString(build.target().resolve("SHA256SUMS"), Checksums.of(made));
    }
    return 0;
  }

  private String startTimes(Path root, Platform platform) throws IOException {
    Path program =
        startTimes.isEmpty()
            ? root.resolve("installer/target/work/image/image/hyperlumen/bin/hyperlumen")
            : Path.of(startTimes).toAbsolutePath();
    if (platform.system() != Platform.OperatingSystem.LINUX || rounds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--start-times works on Linux, with one round or more");
    }
    if (!Files.isExecutable(program)) {
      throw new BuildException(program + " is missing; build it with ./hyperlumen package");
    }
    Path scratch = Files.createTempDirectory("hyperlumen-start");
    try {
      Path sample = root.resolve("assets/samples/raw-sample.dng");
      return new StartTimes(program, sample, scratch).measure(rounds);
    } finally {
      FolderTree.delete(scratch);
    }
  }

  private static Path make(Build build, Path image, String type, Path work) throws IOException {
    if (!type.equals("deb") && !type.equals("rpm")) {
      return new DesktopInstaller(build, image).build(type);
    }
    Path tree = work.resolve("tree");
    new LinuxTree(build, image).write(tree);
    LinuxPackages packages = new LinuxPackages(build, tree);
    return type.equals("deb") ? packages.deb() : packages.rpm(work.resolve("rpm"));
  }

  /** The app module's class path at run time, as its build has written it down. */
  private static List<Path> classPath(Path root) throws IOException {
    Path list = root.resolve("app/target/classpath");
    if (!Files.exists(list)) {
      throw new BuildException(list + " is missing; build with ./hyperlumen package");
    }
    List<Path> entries = new ArrayList<>(List.of(root.resolve("app/target/classes")));
    for (String entry : Files.readString(list).strip().split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry));
    }
    return entries;
  }

  /** The one place of the version is the parent POM, which the build copies into the program. */
  private static String version() {
    return hyperlumen.app.Main.version();
  }
}
