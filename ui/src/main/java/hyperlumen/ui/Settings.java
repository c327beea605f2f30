package hyperlumen.ui;

import hyperlumen.write.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What the window remembers from one run to the next, in one file of the program's own folder.
 *
 * <p>Nothing here is worth an error: an unreadable file means defaults, a file that cannot be
 * written is only logged. Not thread-safe.
 */
public final class Settings {

  /** Files remembered as recent. */
  public static final int RECENT = 10;

  private static final System.Logger LOG = System.getLogger(Settings.class.getName());

  private final Path file;
  private final Properties values = new Properties();

  /** The settings kept in {@code file}; it need not exist. */
  public Settings(Path file) {
    this.file = file;
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.log(Level.WARNING, "settings not read: " + file, e);
      }
    }
  }

  /** The settings of the present user. */
  public static Settings ofUser() {
    return new Settings(folder().resolve("window.properties"));
  }

  /** The program's settings folder after the platform's custom. */
  static Path folder() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (system.startsWith("windows")) {
      return environment("APPDATA").orElse(home.resolve("AppData/Roaming")).resolve("Hyperlumen");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/Hyperlumen");
    }
    return environment("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("hyperlumen");
  }

  private static Optional<Path> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).map(Path::of);
  }

  /** A file of the program's beside this one. */
  public Path beside(String name) {
    return file.resolveSibling(name);
  }

  /** A text. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  /** A number; empty if it is absent or none. */
  public Optional<Double> number(String key) {
    try {
      return text(key).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A constant by its name; empty if it is absent or unknown. */
  public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
    String name = values.getProperty(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** Remembers that something is so, or forgets it. */
  public void setFlag(String key, boolean is) {
    if (is) {
      values.setProperty(key, "true");
    } else {
      values.remove(key);
    }
  }

  /** Remembers a value; {@link #save} writes it. */
  public void set(String key, Object value) {
    values.setProperty(key, value.toString());
  }

  /** The files and folders opened last, latest first. */
  public List<Path> recent() {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < RECENT; i++) {
      text("recent." + i).map(Path::of).ifPresent(files::add);
    }
    return files;
  }

  /** Puts {@code opened} at the top of the recent files. */
  public void addRecent(Path opened) {
    List<Path> files = recent();
    files.remove(opened);
    files.addFirst(opened);
    for (int i = 0; i < Math.min(RECENT, files.size()); i++) {
      set("recent." + i, files.get(i));
    }
  }

  /** Forgets the recent files. */
  public void clearRecent() {
    for (int i = 0; i < RECENT; i++) {
      values.remove("recent." + i);
    }
  }

  /** Writes the file, whole or not at all. */
  public void save() {
    try {
      Files.createDirectories(file.getParent());
      StringWriter text = new StringWriter();
      values.store(text, "Hyperlumen");
      AtomicFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "settings not written: " + file, e);
    }
  }
}
