package hyperlumen.tests.reliability;

import com.sun.management.OperatingSystemMXBean;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The table of {@link Bombs}: what each is answered with and how soon, the best of ten. Run it with
 * 64 MB of heap. Ends with code 1 if one is not refused or takes more than 100 ms.
 */
public final class BombMain {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int TRIES = 10;
  private static final double LIMIT_MILLISECONDS = 100;

  private BombMain() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("hyperlumen.libraw", "");
    Path folder = Files.createTempDirectory("bombs");
    boolean clean = true;
    for (Map.Entry<String, byte[]> bomb : Bombs.all().entrySet()) {
      Path file = Files.write(folder.resolve("bomb"), bomb.getValue());
      double best = Double.POSITIVE_INFINITY;
      String answer = "";
      boolean refused = true;
      for (int i = 0; i < TRIES; i++) {
        long start = System.nanoTime();
        long startCpu = SYSTEM.getProcessCpuTime();
        try {
          Photo photo = PhotoReader.read(file, Progress.NONE);
          answer = "read as " + photo.size();
          refused = false;
        } catch (PhotoException e) {
          answer = e.getMessage();
        }
        // Of the clock or of the processor, so that a busy machine is no finding.
        long nanos = Math.min(System.nanoTime() - start, SYSTEM.getProcessCpuTime() - startCpu);
        best = Math.min(best, nanos / 1e6);
      }
      clean &= refused && best < LIMIT_MILLISECONDS;
      System.out.printf(
          Locale.ROOT,
          "%-50s %7d bytes %8.2f ms  %s%n",
          bomb.getKey(),
          bomb.getValue().length,
          best,
          answer);
    }
    System.exit(clean ? 0 : 1);
  }
}
