package hyperlumen.installer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A jar whose bytes depend on its content only: entries in the order of their names with the
 * manifest first, no folders, one constant date.
 */
final class ReproducibleJar {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** Any constant would do; ZIP cannot hold dates before 1980. */
  private static final LocalDateTime DATE = LocalDateTime.of(2020, 1, 1, 0, 0);

  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  /** Adds an entry; the first of a name stays, as it does on a class path. */
  void add(String name, byte[] content) {
    entries.putIfAbsent(name, content);
  }

  /** Writes it; a manifest is made where there is none. */
  void write(Path file) throws IOException {
    byte[] manifest =
        entries.getOrDefault(
            MANIFEST,
            "Manifest-Version: 1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, MANIFEST, manifest);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        if (!entry.getKey().equals(MANIFEST)) {
          put(zip, entry.getKey(), entry.getValue());
        }
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
