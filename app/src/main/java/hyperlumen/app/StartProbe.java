package hyperlumen.app;

import hyperlumen.progress.Progress.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures how long the window takes to appear and the first tile to be done, and runs the program
 * once from start to end while the installer's build records it. Does nothing unless the property
 * "hyperlumen.startProbe" is set. Thread-safe.
 */
final class StartProbe {

  /**
   * "time": print the times; the window closes again. Otherwise a folder: once the window is there,
   * enhance the sample into it, then end.
   */
  private static final String WISH = System.getProperty("hyperlumen.startProbe");

  private static final AtomicBoolean TILE_DONE = new AtomicBoolean(WISH == null);

  private StartProbe() {}

  /** To be called when the window has been drawn. */
  static void windowShown() {
    if (WISH == null) {
      return;
    }
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    out.println(since("window"));
    Thread.ofPlatform().start(() -> System.exit(WISH.equals("time") ? 0 : enhance(WISH, out)));
  }

  /** To be called with every step of a photo: the first one of the network is a tile. */
  static void advanced(Stage stage) {
    if (stage == Stage.NETWORK && TILE_DONE.compareAndSet(false, true)) {
      new PrintWriter(System.out, true, System.out.charset()).println(since("first tile"));
    }
  }

  /** Time by the clock since this process began, and the processor time it has used. */
  private static String since(String event) {
    Instant now = Instant.now();
    ProcessHandle.Info process = ProcessHandle.current().info();
    long clock = process.startInstant().map(s -> Duration.between(s, now).toMillis()).orElse(-1L);
    long processor = process.totalCpuDuration().map(Duration::toMillis).orElse(-1L);
    return String.format(Locale.ROOT, "%s after %d ms, processor %d ms", event, clock, processor);
  }

  private static int enhance(String folder, PrintWriter out) {
    String samples = System.getProperty("hyperlumen.samples");
    return Program.run(out, out, files -> {}, "enhance", samples, "--out", folder, "--overwrite");
  }
}
