package hyperlumen.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hyperlumen.network.onnx.ProductGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The most float32 arithmetic this machine does: FLOP per second of a matrix product whose operands
 * stay in the cache, on all processors at once. Measured, not taken from a data sheet; the share of
 * it that a network reaches says how much is left to gain. Thread-safe.
 */
public final class MachinePeak {

  /** 0.6 MB a matrix: it fits a second-level cache, and one product takes well under 1 ms. */
  private static final int SIDE = 384;

  /** How long each thread multiplies; its best run counts, since others are interrupted. */
  private static final long NANOS = 200_000_000;

  private MachinePeak() {}

  /** FLOP per second, from the last measurement on this machine or from one made now. */
  public static double flopPerSecond() throws RuntimeFailure {
    OptionalDouble known = known();
    return known.isPresent() ? known.getAsDouble() : refresh();
  }

  /** FLOP per second, from the last measurement on this machine; empty if there was none. */
  public static OptionalDouble known() {
    return MachineStore.ofUser().get(key());
  }

  /**
   * Measures again and keeps the larger of the old and the new number: other work on the machine
   * makes a measurement too small, never too large.
   */
  public static double refresh() throws RuntimeFailure {
    MachineStore store = MachineStore.ofUser();
    double rate = measure(Runtime.getRuntime().availableProcessors());
    double best = Math.max(rate, store.get(key()).orElse(0));
    store.put(key(), best);
    return best;
  }

  private static String key() {
    return "peak "
        + Processor.name()
        + " x"
        + Runtime.getRuntime().availableProcessors()
        + " "
        + OnnxEngine.environment().getVersion();
  }

  /** FLOP per second of {@code threads} threads together, measured now. */
  static double measure(int threads) throws RuntimeFailure {
    try (OrtSession session =
            OnnxEngine.open(ProductGraph.of(SIDE), 1, OrtSession.SessionOptions.OptLevel.ALL_OPT);
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Double>> bests = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        bests.add(executor.submit(() -> best(session)));
      }
      double rate = 0;
      for (Future<Double> best : bests) {
        rate += ProductGraph.flop(SIDE) / best.get();
      }
      return rate;
    } catch (OrtException | ExecutionException e) {
      throw new RuntimeFailure("this machine's speed could not be measured", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailure("the measurement of this machine's speed was interrupted", e);
    }
  }

  /** Seconds of the fastest product. */
  private static double best(OrtSession session) throws OrtException {
    long best = Long.MAX_VALUE;
    try (OnnxTensor left = matrix();
        OnnxTensor product = matrix()) {
      long end = System.nanoTime() + NANOS;
      for (long now = System.nanoTime(); now < end || best == Long.MAX_VALUE; ) {
        session
            .run(Map.of(ProductGraph.LEFT, left), Set.of(), Map.of(ProductGraph.PRODUCT, product))
            .close();
        long after = System.nanoTime();
        best = Math.min(best, after - now);
        now = after;
      }
    }
    return best / 1e9;
  }

  private static OnnxTensor matrix() throws OrtException {
    FloatBuffer values =
        ByteBuffer.allocateDirect(SIDE * SIDE * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, (i % 127 - 63) / 100f);
    }
    return OnnxTensor.createTensor(OnnxEngine.environment(), values, new long[] {SIDE, SIDE});
  }
}
