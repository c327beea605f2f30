package hyperlumen.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hyperlumen.model.Model;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The forward network of one photo with its filters baked in as constants. Whoever opens it closes
 * it. Several workers may run it at once, each with buffers of its own.
 */
final class ForwardSession implements AutoCloseable {

  /** A cache line, so that rows of a tile begin where vector loads like it. */
  private static final long ALIGNMENT = 64;

  private final OrtSession session;
  private final OrtSession.RunOptions runOptions;

  /** Whether the graph gives packed planes, which are put in their places while they are copied. */
  private final boolean packed;

  private ForwardSession(OrtSession session, OrtSession.RunOptions runOptions, boolean packed) {
    this.session = session;
    this.runOptions = runOptions;
    this.packed = packed;
  }

  /**
   * Bakes and opens.
   *
   * @param threads of one run; 1 where several workers share the session
   */
  static ForwardSession open(Model model, FilterBank bank, int threads) throws RuntimeFailure {
    try {
      byte[] graph = GraphBytes.bake(model.forward().array(), bank.values());
      Optional<byte[]> planes = GraphBytes.beforeShuffle(graph);
      OrtSession session =
          OnnxEngine.open(
              planes.orElse(graph), threads, OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return new ForwardSession(session, new OrtSession.RunOptions(), planes.isPresent());
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
  @SuppressWarnings("MustBeClosedChecker") // the worker owns the arena and closes it
  Worker worker(NetworkInput input, Size tile) throws RuntimeFailure {
    Arena memory = Arena.ofShared();
    try {
      return new Worker(input, tile, memory);
    } catch (OrtException e) {
      memory.close();
      throw new RuntimeFailure("the tile's buffers could not be made", e);
    } catch (RuntimeException | OutOfMemoryError e) {
      memory.close();
      throw e;
    }
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

    /** Freed with the worker: the collector would let buffers of many photos pile up. */
    private final Arena memory;

    private final NetworkInput.Filler filler;
    private final float[] planes;
    private final FloatBuffer in;
    private final FloatBuffer out;
    private final int outWidth;
    private final int outHeight;
    private final float[] evens;
    private final float[] odds;
    private final OnnxTensor inTensor;
    private final OnnxTensor outTensor;

    private Worker(NetworkInput input, Size tile, Arena memory) throws OrtException {
      this.memory = memory;
      int factor = input.factor();
      this.filler = input.filler();
      this.planes = new float[Math.toIntExact(input.planes() * tile.pixels())];
      this.in = direct(planes.length);
      this.out = direct(Math.toIntExact(3L * factor * factor * tile.pixels()));
      this.outWidth = packed ? tile.width() : tile.width() * factor;
      this.outHeight = packed ? tile.height() : tile.height() * factor;
      this.evens = new float[packed ? tile.width() : 0];
      this.odds = new float[evens.length];
      this.inTensor =
          OnnxTensor.createTensor(
              OnnxEngine.environment(),
              in,
              new long[] {1, input.planes(), tile.height(), tile.width()});
      this.outTensor =
          OnnxTensor.createTensor(
              OnnxEngine.environment(), out, new long[] {1, packed ? 12 : 3, outHeight, outWidth});
    }

    private FloatBuffer direct(int length) {
      return memory
          .allocate((long) length * Float.BYTES, ALIGNMENT)
          .asByteBuffer()
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
    }

    /** Takes the input of the next run: {@code region} in network pixels. */
    void fill(Region region) throws PhotoException {
      filler.fill(region, planes);
      in.put(0, planes);
    }

    /** Runs the tile that was filled. */
    void run() throws RuntimeFailure {
      try {
        session
            .run(
                Map.of(NetworkGraphs.TILE, inTensor),
                Set.of(),
                Map.of(NetworkGraphs.PICTURE, outTensor),
                runOptions)
            .close();
      } catch (OrtException e) {
        throw new RuntimeFailure("the network failed on a tile", e);
      }
    }

    /**
     * Copies what a tile keeps of the last result.
     *
     * @param border photo pixels of the halo
     * @param x column of {@code into} where it begins
     * @param y row of {@code into} where it begins
     * @throws RuntimeFailure if a value is not a number
     */
    void copyKept(Region kept, int border, Raster into, int x, int y) throws RuntimeFailure {
      for (int c = 0; c < 3; c++) {
        for (int r = 0; r < kept.height(); r++) {
          int at = into.index(c, y + r, x);
          copyRow(c, border, border + r, kept.width(), into.samples(), at);
          checkFinite(into.samples(), at, kept.width());
        }
      }
    }

    /** A picture with a value that is not a number is never given out. */
    private static void checkFinite(float[] values, int from, int count) throws RuntimeFailure {
      float sum = 0;
      for (int i = from; i < from + count; i++) {
        // Zero for every finite value, NaN for all others.
        sum += values[i] * 0f;
      }
      if (sum != 0) {
        throw new RuntimeFailure("the network gave a value that is not a number");
      }
    }

    /**
     * Copies a row of the last result.
     *
     * @param x first column in photo pixels of the tile, halo included; even where pixels are
     *     packed
     */
    void copyRow(int channel, int x, int y, int count, float[] target, int at) {
      if (!packed) {
        out.get((channel * outHeight + y) * outWidth + x, target, at, count);
        return;
      }
      int left = count - count / 2;
      int right = count / 2;
      int plane = 4 * channel + 2 * (y % 2);
      int from = (plane * outHeight + y / 2) * outWidth + x / 2;
      out.get(from, evens, 0, left);
      out.get(from + outHeight * outWidth, odds, 0, right);
      for (int k = 0; k < right; k++) {
        target[at + 2 * k] = evens[k];
        target[at + 2 * k + 1] = odds[k];
      }
      if (left > right) {
        target[at + count - 1] = evens[right];
      }
    }

    @Override
    public void close() {
      inTensor.close();
      outTensor.close();
      memory.close();
    }
  }
}
