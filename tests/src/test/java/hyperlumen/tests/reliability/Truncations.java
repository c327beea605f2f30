package hyperlumen.tests.reliability;

import hyperlumen.app.Main;
import hyperlumen.colour.RenderingSettings;
import hyperlumen.enhance.PlainPicture;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * Reads files, whole and cut short, through the reader and through {@code inspect}, in this
 * process, and counts what comes of them. A photo whose plain picture is finite everywhere or one
 * sentence that begins with the file's name is right; anything else, or more than {@link
 * #LIMIT_SECONDS} of the processors, or {@link #HANGING_SECONDS} of the clock, is a finding. Not
 * thread-safe.
 */
final class Truncations {

  static final double LIMIT_SECONDS = 5;

  /** What waits this long without computing waits for ever, however busy the machine is. */
  static final double HANGING_SECONDS = 60;

  /** Rows of a picture at a time. */
  private static final int BAND = 64;

  private final Path scratch;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();
  private long inputs;
  private double slowest;
  private double slowestClock;
  private String slowestInput = "-";

  /** Keeps the shortened copies in {@code scratch}. */
  Truncations(Path scratch) {
    this.scratch = scratch;
  }

  /**
   * {@code places} different lengths below {@code length}, or all where there are fewer: half of
   * them evenly spread, a third denser towards the start, where headers and directories mostly are,
   * the shortest ones for the rest.
   */
  static NavigableSet<Long> lengths(long length, int places) {
    NavigableSet<Long> lengths = new TreeSet<>();
    int even = places / 2;
    for (int i = 0; i < even; i++) {
      lengths.add(length * i / even);
    }
    int dense = places / 3;
    for (int i = 0; i < dense; i++) {
      lengths.add((long) Math.pow((double) length, (i + 0.5) / dense));
    }
    for (long shortest = 0; lengths.size() < Math.min(places, length); shortest++) {
      lengths.add(shortest);
    }
    return lengths;
  }

  /** Reads copies of {@code sample} of {@link #lengths}, the longest first. */
  void cut(Path sample, int places) throws IOException {
    Path copy = scratch.resolve("cut-" + sample.getFileName());
    Files.copy(sample, copy, StandardCopyOption.REPLACE_EXISTING);
    if (!copy.toFile().setWritable(true)) {
      throw new IOException(copy + " cannot be made writable");
    }
    for (long length : lengths(Files.size(sample), places).descendingSet()) {
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
      read(copy, sample + " cut to " + length + " bytes");
    }
    Files.delete(copy);
  }

  /** Reads a file as it is. */
  void whole(Path file) {
    read(file, file.toString());
  }

  private void read(Path file, String input) {
    inputs++;
    Watch watch = new Watch();
    String outcome = reader(file, input);
    timed("the reader", input, watch);
    outcomes.merge(outcome, 1, Integer::sum);
    watch = new Watch();
    int code = inspect(file, input);
    timed("inspect", input, watch);
    boolean read = outcome.endsWith("Photo");
    if (code >= 0 && read != (code == 0)) {
      findings.add(input + ": the reader says " + outcome + ", inspect ends with " + code);
    }
  }

  private String reader(Path file, String input) {
    try {
      Photo photo = PhotoReader.read(file, Progress.NONE);
      if (!isFinite(PlainPicture.of(photo, RenderingSettings.DEFAULT))) {
        findings.add(input + ": its picture is not finite");
      }
      return photo.getClass().getSimpleName();
    } catch (PhotoException e) {
      sentence(file, input, e.getMessage());
      if (e.getCause() instanceof OutOfMemoryError) {
        findings.add(input + ": memory: " + e.getMessage());
      }
      return e.kind().toString();
    } catch (Throwable e) {
      findings.add(input + ": untyped: " + e);
      return e.getClass().getName();
    }
  }

  private static boolean isFinite(RasterSource picture) throws PhotoException {
    int height = picture.size().height();
    for (int y = 0; y < height; y += BAND) {
      int rows = Math.min(BAND, height - y);
      Raster band = picture.read(new Region(0, y, picture.size().width(), rows));
      for (float value : band.samples()) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Its exit code, or -1 where something escaped it. */
  private int inspect(Path file, String input) {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err, true));
    boolean[] escaped = {false};
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          findings.add(input + ": inspect: untyped: " + e);
          escaped[0] = true;
          return -1;
        });
    try {
      int code = line.execute("inspect", file.toString());
      if (code != 0 && !escaped[0]) {
        String said = err.toString().strip();
        if (said.startsWith("hyperlumen: ")) {
          sentence(file, input, said.substring("hyperlumen: ".length()));
        } else {
          findings.add(input + ": inspect says: " + said);
        }
      }
      return code;
    } catch (Throwable e) {
      findings.add(input + ": inspect: untyped: " + e);
      return -1;
    }
  }

  private void sentence(Path file, String input, String message) {
    String name = file.getFileName() + ": ";
    boolean right =
        message.startsWith(name)
            && message.length() > name.length()
            && message.lines().count() == 1
            && !message.substring(name.length()).matches(".*(Exception|null|java\\.).*");
    if (!right) {
      findings.add(input + ": badly worded: " + message);
    }
  }

  /** The clock and the processors' time of this process, from now on. */
  private static final class Watch {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
        (com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean();

    private final long clock = System.nanoTime();
    private final long processors = SYSTEM.getProcessCpuTime();

    double clockSeconds() {
      return (System.nanoTime() - clock) / 1e9;
    }

    double processorSeconds() {
      return (SYSTEM.getProcessCpuTime() - processors) / 1e9;
    }
  }

  private void timed(String what, String input, Watch watch) {
    double clock = watch.clockSeconds();
    double seconds = watch.processorSeconds();
    slowestClock = Math.max(slowestClock, clock);
    if (seconds > slowest) {
      slowest = seconds;
      slowestInput = what + ", " + input;
    }
    if (seconds > LIMIT_SECONDS || clock > HANGING_SECONDS) {
      findings.add(
          String.format(
              Locale.ROOT,
              "%s: %s takes %.2f s of the processors, %.2f s of the clock",
              input,
              what,
              seconds,
              clock));
    }
  }

  long inputs() {
    return inputs;
  }

  /** The longest time of one input in one of the two, in seconds of all processors together. */
  double slowest() {
    return slowest;
  }

  /** The same in seconds of the clock. */
  double slowestClock() {
    return slowestClock;
  }

  String slowestInput() {
    return slowestInput;
  }

  /** How often the reader gave what: a kind of photo or of refusal. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  List<String> findings() {
    return findings;
  }
}
