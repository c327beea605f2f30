package hyperlumen.ui.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Asks the system to show a folder or a page, with whatever the user has for it. */
final class Desktop {

  private static final System.Logger LOG = System.getLogger(Desktop.class.getName());

  private Desktop() {}

  static void open(Path folderOrPage) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String opener =
        system.startsWith("windows") ? "explorer" : system.startsWith("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(List.of(opener, folderOrPage.toAbsolutePath().toString())).start();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "nothing opens it", e);
    }
  }
}
