package hyperlumen.ui.adjust;

import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.AdjustmentsText;
import hyperlumen.write.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adjustments kept under names, one line each in a text file that people can read and share: {@code
 * NAME TAB noise=1 luminance=1 ...}. Lines that cannot be read are left out. For one thread.
 */
public final class Presets {

  /** A menu with more cannot be used. */
  public static final int MOST = 100;

  private static final int LONGEST_NAME = 60;

  /** A file of presets is some pages of text. */
  private static final long LARGEST_FILE = 1L << 20;

  private static final System.Logger LOG = System.getLogger(Presets.class.getName());

  private final Path file;
  private final Map<String, Adjustments> presets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** The presets kept in {@code file}; it need not exist. */
  public Presets(Path file) {
    this.file = file;
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
        Files.readString(file, StandardCharsets.UTF_8).lines().forEach(this::read);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "presets not read: " + file, e);
    }
  }

  private void read(String line) {
    int tab = line.indexOf('\t');
    if (tab > 0 && presets.size() < MOST) {
      AdjustmentsText.read(line.substring(tab + 1))
          .ifPresent(a -> presets.put(name(line.substring(0, tab)), a));
    }
  }

  /** The names, sorted. */
  public List<String> names() {
    return List.copyOf(presets.keySet());
  }

  /** The adjustments of that name. */
  public Optional<Adjustments> get(String name) {
    return Optional.ofNullable(presets.get(name));
  }

  /**
   * Keeps adjustments under a name, in place of those it had; a blank name does nothing. Colour
   * filters are not kept: they are one camera's.
   */
  public void put(String name, Adjustments adjustments) {
    String clean = name(name);
    if (!clean.isEmpty() && (presets.containsKey(clean) || presets.size() < MOST)) {
      presets.put(clean, adjustments.withCfa(Optional.empty()));
      save();
    }
  }

  /** Forgets a name. */
  public void remove(String name) {
    if (presets.remove(name) != null) {
      save();
    }
  }

  private static String name(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
  }

  private void save() {
    List<String> lines = new ArrayList<>();
    presets.forEach((name, a) -> lines.add(name + "\t" + AdjustmentsText.write(a)));
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.replace(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "presets not written: " + file, e);
    }
  }
}
