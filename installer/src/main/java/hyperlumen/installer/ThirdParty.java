package hyperlumen.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The licences and notices of the shipped libraries, each as it stands in its own jar, after a list
 * of all jars. Licences of the Java runtime lie in its own folder "legal".
 */
final class ThirdParty {

  private static final String NAMES =
      "(?i)(META-INF/)?(LICEN[CS]E|NOTICE|COPYING|AL2\\.0|LGPL2\\.1|ThirdPartyNotices)[\\w.-]*";

  private final List<Path> classPath;

  ThirdParty(List<Path> classPath) {
    this.classPath = classPath;
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text(), StandardCharsets.UTF_8);
  }

  /** The whole text, in the order of the jars' names. */
  String text() throws IOException {
    TreeMap<String, String> notices = new TreeMap<>();
    for (Path jar : classPath) {
      if (Files.isRegularFile(jar)) {
        notices.put(jar.getFileName().toString(), noticesOf(jar));
      }
    }
    StringBuilder text = new StringBuilder("Libraries that come with Hyperlumen\n\n");
    notices.keySet().forEach(name -> text.append("  ").append(name).append('\n'));
    notices.forEach(
        (name, notice) -> {
          if (!notice.isEmpty()) {
            text.append("\n\n==== ").append(name).append(" ====\n").append(notice);
          }
        });
    return text.toString();
  }

  private static String noticesOf(Path jar) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      for (ZipEntry entry : entries.stream().sorted(ThirdParty::byName).toList()) {
        if (entry.getName().matches(NAMES) && !entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            text.append("\n-- ").append(entry.getName()).append(" --\n\n");
            text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return text.toString().replace("\r", "");
  }

  private static int byName(ZipEntry a, ZipEntry b) {
    return a.getName().compareTo(b.getName());
  }
}
