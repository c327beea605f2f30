package hyperlumen.ui.history;

import java.io.IOException;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The runs of all sessions, the latest {@link #MOST}, in a file that only its owner may read: it
 * names photos. Written whole or not at all, in the background; what cannot be read is forgotten.
 *
 * <p>For one thread; only the writing goes to the executor.
 */
public final class RunHistory {

  /** More are forgotten, the oldest first: a year of ten runs a day, half a megabyte. */
  public static final int MOST = 4000;

  private static final String HEADER = "hyperlumen runs 1";
  private static final long LARGEST_FILE = 32L << 20;
  private static final System.Logger LOG = System.getLogger(RunHistory.class.getName());

  private final Optional<Path> file;
  private final Executor writer;
  private final List<PastRun> runs = new ArrayList<>();

  private RunHistory(Optional<Path> file, Executor writer) {
    this.file = file;
    this.writer = writer;
  }

  /** A history that ends with the program. */
  public static RunHistory ofSession() {
    return new RunHistory(Optional.empty(), Runnable::run);
  }

  /**
   * The history in {@code file}, which need not exist.
   *
   * @param writer runs one task after the other
   */
  public static RunHistory in(Path file, Executor writer) {
    RunHistory history = new RunHistory(Optional.of(file), writer);
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (!lines.isEmpty() && lines.getFirst().equals(HEADER)) {
          lines.stream().skip(1).flatMap(l -> PastRunText.read(l).stream()).forEach(history::take);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "runs not read: " + file, e);
    }
    return history;
  }

  private void take(PastRun run) {
    runs.add(run);
    if (runs.size() > MOST) {
      runs.removeFirst();
    }
  }

  /** The runs on {@code photo}, the oldest first. */
  public List<PastRun> of(Path photo) {
    return runs.stream().filter(run -> run.photo().equals(photo)).toList();
  }

  /** Keeps a run. */
  public void add(PastRun run) {
    take(run);
    save();
  }

  /** Puts {@code better} in the place of {@code run}, which it is with its quality. */
  public void replace(PastRun run, PastRun better) {
    int at = runs.lastIndexOf(run);
    if (at >= 0) {
      runs.set(at, better);
      save();
    }
  }

  /** Forgets all runs. */
  public void clear() {
    runs.clear();
    save();
  }

  private void save() {
    if (file.isPresent()) {
      List<PastRun> now = List.copyOf(runs);
      writer.execute(() -> write(file.get(), now));
    }
  }

  private static void write(Path file, List<PastRun> runs) {
    Path partial = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(partial);
      try (FileChannel channel =
              FileChannel.open(
                  partial,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  ownersOnly());
          Writer out = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
        out.append(HEADER).append('\n');
        for (PastRun run : runs) {
          Optional<String> line = PastRunText.write(run);
          if (line.isPresent()) {
            out.append(line.get()).append('\n');
          }
        }
        out.flush();
        channel.force(true);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "runs not written: " + file, e);
    }
  }

  /** Where the system has no such rights, the user's own folder protects the file. */
  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
