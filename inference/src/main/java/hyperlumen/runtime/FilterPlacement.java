package hyperlumen.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hyperlumen.model.Model;
import hyperlumen.network.CostModel;
import hyperlumen.network.Layer;
import hyperlumen.network.Operation;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.network.onnx.NetworkGraphs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * What it gains to bake predicted filters into the forward graph as constants instead of giving
 * them to every run: executed FLOP per second of one thread on one tile, both ways.
 *
 * @param baked with constant filters
 * @param given with filters as inputs
 */
public record FilterPlacement(double baked, double given) {

  private static final int SIDE = 192;
  private static final int RUNS = 7;

  /** Measures both ways, interleaved; the best of several runs each. */
  public static FilterPlacement measure(Model model) throws RuntimeFailure {
    int planes = model.network().packing().planes();
    FilterBank bank = MachineSpeed.flatBank(model);
    byte[] graph = model.forward().array();
    Map<String, OnnxTensor> tile = new HashMap<>();
    Map<String, OnnxTensor> all = new HashMap<>();
    OrtSession.SessionOptions.OptLevel level = OrtSession.SessionOptions.OptLevel.ALL_OPT;
    try (OrtSession constant = OnnxEngine.open(GraphBytes.bake(graph, bank.values()), 1, level);
        OrtSession dynamic = OnnxEngine.open(graph, 1, level);
        OnnxTensor input = tensor(new float[planes * SIDE * SIDE], 1, planes, SIDE, SIDE)) {
      tile.put(NetworkGraphs.TILE, input);
      all.put(NetworkGraphs.TILE, input);
      for (Layer layer : model.network().hyperLayers()) {
        Operation.HyperConvolution h = (Operation.HyperConvolution) layer.operation();
        String name = layer.name() + NetworkGraphs.BANK;
        all.put(name, tensor(bank.values().get(name), h.out(), h.in(), h.kernel(), h.kernel()));
      }
      double baked = Double.POSITIVE_INFINITY;
      double given = Double.POSITIVE_INFINITY;
      for (int i = 0; i < RUNS; i++) {
        baked = Math.min(baked, seconds(constant, tile));
        given = Math.min(given, seconds(dynamic, all));
      }
      double flop = CostModel.of(model.network()).forwardFlop((double) SIDE * SIDE);
      return new FilterPlacement(flop / baked, flop / given);
    } catch (OrtException e) {
      throw new RuntimeFailure("model " + model.id() + " could not be timed", e);
    } finally {
      all.values().stream().filter(t -> !t.isClosed()).forEach(OnnxTensor::close);
    }
  }

  private static double seconds(OrtSession session, Map<String, OnnxTensor> inputs)
      throws OrtException {
    long start = System.nanoTime();
    session.run(inputs).close();
    return (System.nanoTime() - start) / 1e9;
  }

  private static OnnxTensor tensor(float[] values, long... shape) throws OrtException {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(0, values);
    return OnnxTensor.createTensor(OnnxEngine.environment(), buffer, shape);
  }
}
