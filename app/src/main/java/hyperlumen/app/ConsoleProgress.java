package hyperlumen.app;

import hyperlumen.progress.Progress;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Progress for people: a bar that is redrawn on a terminal; elsewhere nothing but whole lines.
 * Thread-safe.
 */
final class ConsoleProgress implements Progress {

  private static final int WIDTH = 30;

  /** A bar need not move more often. */
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter err;
  private final boolean terminal;
  private final BooleanSupplier cancelled;
  private final Map<Stage, Double> shares = new EnumMap<>(Stage.class);
  private String title = "";
  private long started;
  private long drawn;
  private int drawnLength;

  /**
   * Makes it.
   *
   * @param terminal whether {@code err} is one
   * @param cancelled whether the user wants it to end
   */
  ConsoleProgress(PrintWriter err, boolean terminal, BooleanSupplier cancelled) {
    this.err = err;
    this.terminal = terminal;
    this.cancelled = cancelled;
  }

  /** Begins with another file. */
  synchronized void begin(String name) {
    title = name;
    shares.clear();
    started = System.nanoTime();
  }

  /** Prints a whole line in place of the bar. */
  synchronized void line(String text) {
    wipe();
    err.println(text);
    err.flush();
  }

  @Override
  public synchronized void advance(Stage stage, long done, long total) {
    StartProbe.advanced(stage);
    shares.put(stage, total > 0 ? Math.min(1.0, (double) done / (double) total) : 1.0);
    long now = System.nanoTime();
    if (terminal && now - drawn >= REDRAW_NANOS) {
      drawn = now;
      draw(stage, now);
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  private void draw(Stage stage, long now) {
    // The network's tiles are nearly all of the work, and writing follows them.
    double share = shares.getOrDefault(Stage.NETWORK, 0.0);
    int full = (int) Math.round(share * WIDTH);
    double seconds = (now - started) / 1e9;
    String left =
        share > 0.02 ? ", " + Quantity.seconds(seconds * (1 - share) / share) + " left" : "";
    String text =
        String.format(
            Locale.ROOT,
            "%s [%s%s] %3.0f %% %s%s",
            title,
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            share * 100,
            stage.name().toLowerCase(Locale.ROOT),
            left);
    int length = text.length();
    err.print("\r" + text + " ".repeat(Math.max(0, drawnLength - length)));
    err.flush();
    drawnLength = length;
  }

  private void wipe() {
    if (drawnLength > 0) {
      err.print("\r" + " ".repeat(drawnLength) + "\r");
      drawnLength = 0;
    }
  }
}
