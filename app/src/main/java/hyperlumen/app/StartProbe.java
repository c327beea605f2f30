package hyperlumen.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures how long the window takes to appear, and runs the program once from start to end while
 * the installer's build records it. Does nothing unless the property "hyperlumen.startProbe" is
 * set.
 */
final class StartProbe {

  /** "time": print the time and end. Otherwise a folder: enhance the sample into it, then end. */
  private static final String PROPERTY = "hyperlumen.startProbe";

  private StartProbe() {}

  /** To be called when the window has been drawn. */
  static void windowShown() {
    String wish = System.getProperty(PROPERTY);
    if (wish == null) {
      return;
    }
    Instant now = Instant.now();
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    ProcessHandle.current()
        .info()
        .startInstant()
        .ifPresent(s -> out.println("window after " + Duration.between(s, now).toMillis() + " ms"));
    Thread.ofPlatform().start(() -> System.exit(wish.equals("time") ? 0 : enhance(wish, out)));
  }

  private static int enhance(String folder, PrintWriter out) {
    String samples = System.getProperty("hyperlumen.samples");
    return Program.run(out, out, files -> {}, "enhance", samples, "--out", folder, "--overwrite");
  }
}
