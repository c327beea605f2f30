package hyperlumen.ui.adjust;

import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.AdjustmentsText;
import hyperlumen.write.AtomicFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The opened photos with their adjustments, kept in a text file while the program runs, so that a
 * crash or a power cut loses none of the user's settings. For one thread.
 */
public final class Session {

  /** First line while the program runs. */
  private static final String RUNNING = "running";

  /** First line after it was left in order. */
  private static final String ENDED = "ended";

  /** More are not listed again. */
  private static final int MOST = 5000;

  private static final long LARGEST_FILE = 8L << 20;

  private static final System.Logger LOG = System.getLogger(Session.class.getName());

  private final Path file;
  private final Executor writer;
  private final Map<Path, Adjustments> last = new LinkedHashMap<>();
  private boolean crashed;
  private boolean over;

  /**
   * The session kept in {@code file}; it need not exist.
   *
   * @param writer runs what waits for the disk while the program is in use, in order
   */
  public Session(Path file, Executor writer) {
    this.file = file;
    this.writer = writer;
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
        read(Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "session not read: " + file, e);
    }
  }

  private void read(List<String> lines) {
    crashed = !lines.isEmpty() && lines.getFirst().equals(RUNNING);
    for (String line : lines.subList(Math.min(1, lines.size()), Math.min(MOST, lines.size()))) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        try {
          Path photo = Path.of(line.substring(tab + 1));
          AdjustmentsText.read(line.substring(0, tab)).ifPresent(a -> last.put(photo, a));
        } catch (InvalidPathException e) {
          LOG.log(Level.DEBUG, "not a file's name", e);
        }
      }
    }
  }

  /** The photos of the last time that are still there. */
  public Map<Path, Adjustments> last() {
    Map<Path, Adjustments> there = new LinkedHashMap<>(last);
    there.keySet().removeIf(photo -> !Files.isRegularFile(photo));
    return there;
  }

  /** Whether the program ended without being left. */
  public boolean hasCrashed() {
    return crashed;
  }

  /** Writes what is open now, on the writer's thread. */
  public void keep(Map<Path, Adjustments> photos) {
    List<String> lines = lines(RUNNING, photos);
    writer.execute(() -> write(lines));
  }

  /** Writes what was open when the program was left, at once; nothing is kept afterwards. */
  public void end(Map<Path, Adjustments> photos) {
    write(lines(ENDED, photos));
  }

  private static List<String> lines(String state, Map<Path, Adjustments> photos) {
    List<String> lines = new ArrayList<>();
    lines.add(state);
    photos.forEach((photo, a) -> lines.add(AdjustmentsText.write(a) + "\t" + photo));
    return lines;
  }

  private synchronized void write(List<String> lines) {
    if (over) {
      return; // What was still to be kept came too late.
    }
    over = lines.getFirst().equals(ENDED);
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.replace(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "session not written: " + file, e);
    }
  }
}
