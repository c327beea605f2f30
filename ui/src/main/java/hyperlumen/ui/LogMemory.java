package hyperlumen.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The last messages of the program's own log, for the log window. Thread-safe; nothing is written
 * to disk.
 */
public final class LogMemory extends Handler {

  /** A long session's warnings. */
  private static final int MOST = 2000;

  private static final LogMemory INSTANCE = new LogMemory();

  private final Deque<String> lines = new ArrayDeque<>();

  private LogMemory() {
    Formatter formatter = new SimpleFormatter();
    setFormatter(formatter);
    setLevel(Level.INFO);
  }

  /** Begins to listen; further calls do nothing. */
  public static LogMemory start() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler == INSTANCE) {
        return INSTANCE;
      }
    }
    root.addHandler(INSTANCE);
    return INSTANCE;
  }

  @Override
  public void publish(LogRecord event) {
    if (isLoggable(event)) {
      String text = getFormatter().format(event).stripTrailing();
      synchronized (lines) {
        lines.addLast(text);
        while (lines.size() > MOST) {
          lines.removeFirst();
        }
      }
    }
  }

  /** The messages, oldest first. */
  public List<String> messages() {
    synchronized (lines) {
      return new ArrayList<>(lines);
    }
  }

  @Override
  public void flush() {
    // Nothing is buffered.
  }

  @Override
  public void close() {
    synchronized (lines) {
      lines.clear();
    }
  }
}
