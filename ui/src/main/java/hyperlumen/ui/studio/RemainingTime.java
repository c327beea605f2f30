package hyperlumen.ui.studio;

import java.util.OptionalDouble;

/**
 * Seconds left = units left x seconds per unit, where the latter is a mean in which the last
 * {@value #MEMORY} units weigh most: it follows when the machine becomes slower or faster.
 *
 * <p>Not thread-safe. Time comes in from outside, from a monotonic clock.
 */
final class RemainingTime {

  /** Units after which an observation's weight has fallen to 1/e. */
  static final int MEMORY = 12;

  private long lastNanos;
  private long lastDone;
  private double seconds;
  private double weight;

  /** Begins a stage of which nothing is done. */
  void start(long nanos) {
    lastNanos = nanos;
    lastDone = 0;
    seconds = 0;
    weight = 0;
  }

  /**
   * Takes note that {@code done} units are finished at {@code nanos}.
   *
   * @return seconds until {@code total} are done; empty until something is known
   */
  OptionalDouble update(long done, long total, long nanos) {
    long units = done - lastDone;
    if (units > 0) {
      double keep = Math.exp(-(double) units / MEMORY);
      seconds = seconds * keep + (nanos - lastNanos) * 1e-9 * (1 - keep) / units;
      weight = weight * keep + 1 - keep;
      lastDone = done;
      lastNanos = nanos;
    }
    return weight > 0
        ? OptionalDouble.of(seconds / weight * (total - done))
        : OptionalDouble.empty();
  }
}
