package hyperlumen.batch;

import hyperlumen.runtime.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Unpacks SQLite's native library into our own cache folder, once per version, instead of leaving a
 * copy in the system's temporary folder at every start.
 */
final class QueueLibrary {

  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private QueueLibrary() {}

  /** Makes SQLite load its library from the cache; before its first connection. */
  static synchronized void prepare() throws BatchException {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String place = LibraryLoaderUtil.getNativeLibResourcePath();
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(place + "/" + name)) {
      if (in == null) {
        throw new BatchException("there is no SQLite for this system (" + place + ")");
      }
      byte[] library = in.readAllBytes();
      String platform = place.substring(place.indexOf("native/") + 7).replace('/', '-');
      Path home =
          CacheFolder.path()
              .resolve("natives")
              .resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + platform);
      Path target = home.resolve(name);
      if (!Files.exists(target) || Files.size(target) != library.length) {
        Files.createDirectories(home);
        Path partial = Files.createTempFile(home, "unpacking", ".tmp");
        try {
          Files.write(partial, library);
          Files.move(
              partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(partial);
        }
      }
      System.setProperty(FOLDER, home.toString());
      System.setProperty(NAME, name);
    } catch (BatchException e) {
      throw e;
    } catch (IOException e) {
      throw new BatchException("SQLite could not be unpacked: " + e.getMessage(), e);
    }
  }
}
