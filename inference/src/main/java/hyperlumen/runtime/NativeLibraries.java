package hyperlumen.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Unpacks ONNX Runtime's native libraries into our own cache folder, once per version, instead of
 * leaving copies in the system's temporary folder at every start.
 */
final class NativeLibraries {

  private static final String LOCATION = "onnxruntime.native.path";
  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibraries() {}

  /** Makes ONNX Runtime load its libraries from the cache; before its first class is used. */
  static void prepare() {
    if (System.getProperty(LOCATION) != null) {
      return;
    }
    try {
      Path folder = CacheFolder.path().resolve("natives");
      for (String name : NAMES) {
        folder = unpack(System.mapLibraryName(name), folder);
        if (folder == null) {
          return;
        }
      }
      System.setProperty(LOCATION, folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the native libraries could not be unpacked", e);
    }
  }

  /** Puts one library below {@code folder}; null where this platform's is not on the class path. */
  private static Path unpack(String file, Path folder) throws IOException {
    URL resource =
        NativeLibraries.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + file);
    if (resource == null) {
      return null;
    }
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    long length = connection.getContentLengthLong();
    Path home =
        folder.getFileName().toString().equals("natives")
            ? folder.resolve("onnxruntime-" + version(resource) + "-" + platform())
            : folder;
    Path target = home.resolve(file);
    try (InputStream in = connection.getInputStream()) {
      if (!Files.exists(target) || Files.size(target) != length) {
        Files.createDirectories(home);
        Path partial = Files.createTempFile(home, "unpacking", ".tmp");
        try {
          Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
          Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          Files.deleteIfExists(partial);
        }
      }
    }
    return home;
  }

  /** The version in the jar's name, or "unknown" in an unusual layout. */
  private static String version(URL resource) {
    java.util.regex.Matcher jar =
        java.util.regex.Pattern.compile("onnxruntime-([0-9.]+)\\.jar").matcher(resource.toString());
    return jar.find() ? jar.group(1) : "unknown";
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    return os + (arm ? "-aarch64" : "-x64");
  }
}
