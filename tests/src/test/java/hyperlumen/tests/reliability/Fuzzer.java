package hyperlumen.tests.reliability;

import com.sun.management.OperatingSystemMXBean;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads damaged files of one kind and counts what comes of them. Not thread-safe. */
final class Fuzzer {

  static final double LIMIT_SECONDS = 5;

  /** Classes that look at the header of a file and no further. */
  private static final List<String> HEADERS =
      List.of(
          "bitmap.BitmapReader",
          "bitmap.FileView",
          "bitmap.PngHeader",
          "bitmap.JpegFrame",
          "tiff.TiffFile",
          "PhotoReader",
          "RawFormat");

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path file;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();
  private long inputs;
  private long pastHeader;
  private double slowest;

  Fuzzer(Path scratch) {
    this.file = scratch.resolve("damaged");
  }

  /** Reads one file; what should not happen becomes a finding, and the file is kept. */
  void read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    inputs++;
    double seconds = once();
    if (seconds > LIMIT_SECONDS) {
      found("takes " + seconds + " s", bytes);
    }
    slowest = Math.max(slowest, seconds);
  }

  /**
   * Seconds of processor time, or of the clock where that is less: a busy machine is no finding.
   */
  private double once() throws IOException {
    long start = System.nanoTime();
    long startCpu = SYSTEM.getProcessCpuTime();
    String outcome;
    boolean deep = true;
    String problem = null;
    try {
      Photo photo = PhotoReader.read(file, Progress.NONE);
      outcome = photo.getClass().getSimpleName();
    } catch (PhotoException e) {
      outcome = e.kind().toString();
      deep = !isHeader(e);
      if (e.getCause() instanceof OutOfMemoryError) {
        problem = "memory: " + e.getMessage();
      } else if (e.getCause() instanceof RuntimeException || e.getCause() instanceof Error) {
        // The last barrier of a reader holds, but the place should have said it better.
        outcome = "barrier " + e.getCause().getClass().getSimpleName();
        if (e.getMessage().contains("Exception") || e.getMessage().contains("null")) {
          problem = "badly worded: " + e.getMessage();
        }
      }
    } catch (Throwable e) {
      outcome = e.getClass().getName();
      problem = "untyped: " + e;
    }
    double seconds =
        Math.min(System.nanoTime() - start, SYSTEM.getProcessCpuTime() - startCpu) / 1e9;
    outcomes.merge(outcome, 1, Integer::sum);
    if (deep) {
      pastHeader++;
    }
    if (problem != null) {
      found(problem, Files.readAllBytes(file));
    }
    return seconds;
  }

  private static boolean isHeader(PhotoException e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith("hyperlumen.read.")) {
        String rest = name.substring("hyperlumen.read.".length());
        if (rest.startsWith("bitmap.FileView") || rest.startsWith("tiff.ByteView")) {
          continue; // The one that asked it for bytes or words counts.
        }
        return HEADERS.contains(rest);
      }
    }
    return true;
  }

  private void found(String problem, byte[] bytes) throws IOException {
    Path kept = file.resolveSibling("finding-" + findings.size());
    Files.write(kept, bytes);
    findings.add(problem + " (" + kept + ")");
  }

  long inputs() {
    return inputs;
  }

  double shareBehindHeader() {
    return inputs == 0 ? 0 : (double) pastHeader / inputs;
  }

  double slowest() {
    return slowest;
  }

  Map<String, Integer> outcomes() {
    return outcomes;
  }

  List<String> findings() {
    return findings;
  }
}
