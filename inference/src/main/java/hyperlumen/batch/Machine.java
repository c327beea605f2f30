package hyperlumen.batch;

import hyperlumen.runtime.MachinePeak;
import hyperlumen.runtime.Processor;
import hyperlumen.runtime.RuntimeFailure;

/**
 * The machine that a report was made on.
 *
 * @param cpu the processor's name as the system gives it
 * @param threads processors available to this program
 * @param peakGflops most FLOP per second it can do, in billions, measured; null where that failed
 */
public record Machine(String cpu, int threads, Double peakGflops) {

  /** This machine; the first call on it measures its peak, which takes a quarter of a second. */
  public static Machine here() {
    Double peak = null;
    try {
      peak = MachinePeak.flopPerSecond() / 1e9;
    } catch (RuntimeFailure e) {
      // A report without it is better than none.
      peak = null;
    }
    return new Machine(Processor.name(), Runtime.getRuntime().availableProcessors(), peak);
  }
}
