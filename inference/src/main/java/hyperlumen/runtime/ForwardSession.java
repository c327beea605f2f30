package hyperlumen.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hyperlumen.model.Model;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * The forward network of one photo with its filters baked in as constants. Whoever opens it closes
 * it. Several workers may run it at once, each with buffers of its own.
 */
final class ForwardSession implements AutoCloseable {

  private final OrtSession session;
  private final OrtSession.RunOptions runOptions;

  private ForwardSession(OrtSession session, OrtSession.RunOptions runOptions) {
    this.session = session;
    this.runOptions = runOptions;
  }

  /**
   * Bakes and opens.
   *
   * @param threads of one run; 1 where several workers share the session
   */
  static ForwardSession open(Model model, FilterBank bank, int threads) throws RuntimeFailure {
    try {
      byte[] graph = GraphBytes.bake(model.forward().array(), bank.values());
      OrtSession session =
          OnnxEngine.open(graph, threads, OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return new ForwardSession(session, new OrtSession.RunOptions());
    } catch (OrtException | IllegalArgumentException e) {
      throw new RuntimeFailure("model " + model.id() + " could not be started", e);
    }
  }

  /** Makes running calls end soon, with an error; later calls fail too. */
  void terminate() {
    try {
      runOptions.setTerminate(true);
    } catch (OrtException e) {
      throw new IllegalStateException("a run could not be told to end", e);
    }
  }

  /** A worker for tiles of one size. */
  Worker worker(NetworkInput input, Size tile) throws RuntimeFailure {
    return new Worker(input, tile);
  }

  @Override
  public void close() {
    try {
      runOptions.close();
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the session could not be closed", e);
    }
  }

  /** Buffers for tiles of one size; for one thread at a time; no allocation per tile. */
  final class Worker implements AutoCloseable {

    private final Size tile;
    private final int factor;
    private final NetworkInput.Filler filler;
    private final float[] planes;
    private final FloatBuffer in;
    private final FloatBuffer out;
    private final OnnxTensor inTensor;
    private final OnnxTensor outTensor;

    private Worker(NetworkInput input, Size tile) throws RuntimeFailure {
      this.tile = tile;
      this.factor = input.factor();
      this.filler = input.filler();
      this.planes = new float[Math.toIntExact(input.planes() * tile.pixels())];
      this.in = direct(planes.length);
      this.out = direct(Math.toIntExact(3L * factor * factor * tile.pixels()));
      try {
        this.inTensor =
            OnnxTensor.createTensor(
                OnnxEngine.environment(),
                in,
                new long[] {1, input.planes(), tile.height(), tile.width()});
        this.outTensor =
            OnnxTensor.createTensor(
                OnnxEngine.environment(),
                out,
                new long[] {1, 3, (long) tile.height() * factor, (long) tile.width() * factor});
      } catch (OrtException e) {
        throw new RuntimeFailure("the tile's buffers could not be made", e);
      }
    }

    private static FloatBuffer direct(int length) {
      return ByteBuffer.allocateDirect(length * Float.BYTES)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
    }

    /** Runs the tile whose input is {@code region} in network pixels. */
    void run(Region region) throws PhotoException, RuntimeFailure {
      filler.fill(region, planes);
      in.put(0, planes);
      try {
        session
            .run(
                Map.of(NetworkGraphs.TILE, inTensor),
                Set.of(),
                Map.of(NetworkGraphs.PICTURE, outTensor),
                runOptions)
            .close();
      } catch (OrtException e) {
        throw new RuntimeFailure("the network failed on the tile at " + region, e);
      }
    }

    /**
     * Copies a row of the last result.
     *
     * @param x first column in photo pixels of the tile, halo included
     */
    void copyRow(int channel, int x, int y, int count, float[] target, int at) {
      int width = tile.width() * factor;
      int height = tile.height() * factor;
      out.get((channel * height + y) * width + x, target, at, count);
    }

    @Override
    public void close() {
      inTensor.close();
      outTensor.close();
    }
  }
}
