package hyperlumen.batch;

import hyperlumen.enhance.EnhanceOptions;
import java.time.Duration;

/**
 * How a runner may use the machine; nothing of it changes a result.
 *
 * @param memoryBytes resident memory of the process that photos worked on together may use
 * @param threads tiles computed at once, over all photos
 * @param lowPriority whether everything else on the machine goes first
 * @param mediaPatience how long a medium that vanished is waited for
 * @param software as it stands in outputs, such as "Hyperlumen 0.1.0"
 */
public record RunnerOptions(
    long memoryBytes, int threads, boolean lowPriority, Duration mediaPatience, String software) {

  /** Long enough to find the cable. */
  public static final Duration MEDIA_PATIENCE = Duration.ofMinutes(10);

  public RunnerOptions {
    if (memoryBytes < EnhanceOptions.LEAST_MEMORY || threads < 1) {
      throw new IllegalArgumentException(
          "a memory budget of " + memoryBytes + " bytes or " + threads + " threads are too few");
    }
  }

  /** The memory and the threads of these options. */
  public static RunnerOptions of(EnhanceOptions options, String software) {
    return new RunnerOptions(
        options.memoryBytes(), options.threads(), false, MEDIA_PATIENCE, software);
  }

  /** With or without letting everything else go first. */
  public RunnerOptions withLowPriority(boolean low) {
    return new RunnerOptions(memoryBytes, threads, low, mediaPatience, software);
  }

  /** With another patience. */
  public RunnerOptions withMediaPatience(Duration other) {
    return new RunnerOptions(memoryBytes, threads, lowPriority, other, software);
  }
}
