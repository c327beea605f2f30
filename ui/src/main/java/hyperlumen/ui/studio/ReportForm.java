package hyperlumen.ui.studio;

import java.nio.file.Path;
import java.util.Locale;

/** The forms of a report on the queue, the first being the usual one. */
public enum ReportForm {
  HTML,
  CSV,
  JSON;

  /** Of its files, with the full stop. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** A typed ending decides over the chosen form; a missing one is added. */
  Path named(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? file : file.resolveSibling(name + ending());
  }
}
