package hyperlumen.runtime;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalDouble;
import java.util.Properties;

/**
 * Numbers measured on this machine, kept from one run of the program to the next. What cannot be
 * read or written is measured again. Thread-safe.
 */
final class MachineStore {

  private final Path file;

  /** The store in this file, which need not exist. */
  MachineStore(Path file) {
    this.file = file;
  }

  /** The store of this user. */
  static MachineStore ofUser() {
    return new MachineStore(CacheFolder.path().resolve("machine.properties"));
  }

  /** The positive number under this name. */
  synchronized OptionalDouble get(String name) {
    try {
      double value = Double.parseDouble(read().getProperty(name, "0"));
      return value > 0 && Double.isFinite(value)
          ? OptionalDouble.of(value)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // Somebody else wrote into the file.
    }
  }

  /** Keeps a number; whoever reads meanwhile sees the old file or the new one. */
  synchronized void put(String name, double value) {
    Properties all = read();
    all.setProperty(name, Double.toString(value));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "machine", ".tmp");
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        all.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // Then it is measured again next time.
    }
  }

  private Properties read() {
    Properties all = new Properties();
    if (Files.isReadable(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        all.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        return new Properties();
      }
    }
    return all;
  }
}
