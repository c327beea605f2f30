package hyperlumen.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hyperlumen.network.onnx.NetworkGraphs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a forward graph that is not trusted yet on small pictures, each run within a time limit.
 * Whoever opens it closes it. Not thread-safe.
 */
public final class GraphTrial implements AutoCloseable {

  private final OrtSession session;
  private final double seconds;

  private GraphTrial(OrtSession session, double seconds) {
    this.session = session;
    this.seconds = seconds;
  }

  /**
   * Opens a graph whose input and output have our names.
   *
   * @param seconds that one run may take
   * @throws RuntimeFailure if the runtime does not take the graph
   */
  public static GraphTrial open(byte[] graph, double seconds) throws RuntimeFailure {
    try {
      OrtSession session =
          OnnxEngine.open(
              graph,
              Runtime.getRuntime().availableProcessors(),
              OrtSession.SessionOptions.OptLevel.BASIC_OPT);
      return new GraphTrial(session, seconds);
    } catch (OrtException e) {
      throw new RuntimeFailure("the runtime does not take the graph: " + firstLine(e), e);
    }
  }

  /**
   * Runs it once.
   *
   * @param planes RGB, [3, side, side]
   * @return RGB of the same form
   * @throws RuntimeFailure if it fails, takes too long, or gives something of another size
   */
  public float[] run(float[] planes, int side) throws RuntimeFailure {
    FloatBuffer in =
        ByteBuffer.allocateDirect(planes.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    in.put(0, planes);
    long[] form = {1, 3, side, side};
    try (OrtSession.RunOptions options = new OrtSession.RunOptions();
        OnnxTensor tensor = OnnxTensor.createTensor(OnnxEngine.environment(), in, form)) {
      CompletableFuture<Void> watch = watch(options);
      try (OrtSession.Result result = session.run(Map.of(NetworkGraphs.TILE, tensor), options)) {
        return values(result, form);
      } finally {
        watch.cancel(false);
      }
    } catch (OrtException e) {
      throw new RuntimeFailure("it does not run on a picture: " + firstLine(e), e);
    }
  }

  private CompletableFuture<Void> watch(OrtSession.RunOptions options) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            options.setTerminate(true);
          } catch (OrtException | IllegalStateException e) {
            // It has ended by itself in the meantime.
            return;
          }
        },
        CompletableFuture.delayedExecutor((long) (seconds * 1000), TimeUnit.MILLISECONDS));
  }

  private static float[] values(OrtSession.Result result, long[] form) throws RuntimeFailure {
    if (!(result.get(0) instanceof OnnxTensor out)
        || !Arrays.equals(out.getInfo().getShape(), form)
        || out.getFloatBuffer() == null) {
      throw new RuntimeFailure("its result is not a picture of the same size");
    }
    FloatBuffer buffer = out.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the session could not be closed", e);
    }
  }
}
