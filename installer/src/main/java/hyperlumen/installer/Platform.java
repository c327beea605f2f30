package hyperlumen.installer;

import java.util.List;
import java.util.Locale;

/**
 * The system and processor a package is for: the one this program runs on, since neither jlink's
 * launcher nor jpackage builds for another.
 *
 * @param system the operating system
 * @param arm whether the processor is a 64-bit ARM; otherwise x86-64
 */
record Platform(OperatingSystem system, boolean arm) {

  /** The operating systems that packages are built for, with the names libraries call them by. */
  enum OperatingSystem {
    LINUX("linux", "linux", "Linux", List.of("app-image", "deb", "rpm")),
    WINDOWS("win", "win32", "Windows", List.of("app-image", "msi")),
    MAC("osx", "darwin", "Mac", List.of("app-image", "dmg", "pkg"));

    private final String onnx;
    private final String jna;
    private final String sqlite;
    private final List<String> packages;

    OperatingSystem(String onnx, String jna, String sqlite, List<String> packages) {
      this.onnx = onnx;
      this.jna = jna;
      this.sqlite = sqlite;
      this.packages = packages;
    }
  }

  /** This machine. */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** From the names Java gives them. */
  static Platform of(String name, String architecture) {
    String lower = name.toLowerCase(Locale.ROOT);
    OperatingSystem system =
        lower.contains("win")
            ? OperatingSystem.WINDOWS
            : lower.contains("mac") ? OperatingSystem.MAC : OperatingSystem.LINUX;
    return new Platform(system, architecture.matches("aarch64|arm64"));
  }

  /** What can be built here. */
  List<String> packages() {
    return system.packages;
  }

  boolean isWindows() {
    return system == OperatingSystem.WINDOWS;
  }

  boolean isMac() {
    return system == OperatingSystem.MAC;
  }

  /** Whether a program with a window has to be given a display of its own here. */
  boolean needsDisplay() {
    return system == OperatingSystem.LINUX && System.getenv("DISPLAY") == null;
  }

  /** Folders inside jars that hold natives of any platform. */
  static List<String> nativeFolders() {
    return List.of("ai/onnxruntime/native/", "com/sun/jna/", "org/sqlite/native/");
  }

  /** Folders inside jars that hold natives of this platform. */
  List<String> ownNativeFolders() {
    return List.of(
        "ai/onnxruntime/native/" + system.onnx + (arm ? "-aarch64/" : "-x64/"),
        "com/sun/jna/" + system.jna + (arm ? "-aarch64/" : "-x86-64/"),
        "org/sqlite/native/" + system.sqlite + (arm ? "/aarch64/" : "/x86_64/"));
  }

  /** Debian's name of the processor. */
  String debianArchitecture() {
    return arm ? "arm64" : "amd64";
  }

  /** RPM's name of the processor. */
  String rpmArchitecture() {
    return arm ? "aarch64" : "x86_64";
  }
}
