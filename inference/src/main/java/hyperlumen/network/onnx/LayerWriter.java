package hyperlumen.network.onnx;

import static hyperlumen.network.onnx.GraphWriter.integer;
import static hyperlumen.network.onnx.GraphWriter.integers;
import static hyperlumen.network.onnx.GraphWriter.real;
import static hyperlumen.network.onnx.GraphWriter.text;

import hyperlumen.network.Activation;
import hyperlumen.network.Layer;
import hyperlumen.network.Normalisation;
import hyperlumen.network.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes single layers as ONNX nodes. Not thread-safe. */
final class LayerWriter {

  private final GraphWriter graph;
  private final Map<String, float[]> weights;
  private final Map<String, String> outputs = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  LayerWriter(GraphWriter graph, Map<String, float[]> weights) {
    this.graph = graph;
    this.weights = weights;
  }

  /** The ONNX value that holds a layer's output. */
  String output(String layer) {
    return outputs.get(layer);
  }

  /** Says which value holds a layer's output. */
  void define(String layer, String value) {
    outputs.put(layer, value);
  }

  /** Writes one layer; HyperConvolutions find their bank under {@code name.bank}. */
  void write(Layer layer) {
    List<String> in = layer.inputs().stream().map(outputs::get).toList();
    define(layer.name(), node(layer.name(), layer.operation(), in));
  }

  private String node(String name, Operation operation, List<String> in) {
    return switch (operation) {
      case Operation.Input i ->
          throw new IllegalArgumentException("the input is declared, not written");
      case Operation.Foreign f ->
          throw new IllegalArgumentException("a graph made elsewhere is kept as it is");
      case Operation.Convolution c ->
          convolution(
              name,
              in.getFirst(),
              tensor(name + ".weight", c.out(), c.in() / c.groups(), c.kernel(), c.kernel()),
              c.bias() ? tensor(name + ".bias", c.out()) : null,
              c.kernel(),
              c.stride(),
              c.groups());
      case Operation.HyperConvolution h ->
          convolution(
              name,
              in.getFirst(),
              name + ".bank",
              h.outputBias() ? tensor(name + ".bias", h.out()) : null,
              h.kernel(),
              1,
              1);
      case Operation.TransposedConvolution t ->
          graph.node(
              "ConvTranspose",
              name,
              List.of(
                  in.getFirst(),
                  tensor(name + ".weight", t.in(), t.out(), 2, 2),
                  tensor(name + ".bias", t.out())),
              integers("kernel_shape", List.of(2L, 2L)),
              integers("strides", List.of(2L, 2L)));
      case Operation.Activate a -> activation(name, in.getFirst(), a.activation());
      case Operation.AveragePool p -> {
        List<Long> window = List.of((long) p.factor(), (long) p.factor());
        yield graph.node(
            "AveragePool", name, in, integers("kernel_shape", window), integers("strides", window));
      }
      case Operation.Upsample u ->
          graph.node(
              "Resize",
              name,
              List.of(in.getFirst(), "", once("scales", 1, 1, 2, 2)),
              text("mode", "linear"),
              text("coordinate_transformation_mode", "half_pixel"));
      case Operation.Add a -> graph.node("Add", name, in);
      case Operation.Subtract s -> graph.node("Sub", name, in);
      case Operation.Concatenate c -> graph.node("Concat", name, in, integer("axis", 1));
      case Operation.Select s ->
          graph.node(
              "Slice",
              name,
              List.of(
                  in.getFirst(),
                  graph.integers(name + ".from", 0),
                  graph.integers(name + ".to", s.channels()),
                  graph.integers(name + ".axis", 1)));
      case Operation.PixelShuffle s ->
          graph.node("DepthToSpace", name, in, integer("blocksize", 2), text("mode", "CRD"));
    };
  }

  private String convolution(
      String name, String input, String weight, String bias, int kernel, int stride, int groups) {
    long side = kernel;
    long pad = kernel / 2;
    List<String> in = new ArrayList<>(List.of(input, weight));
    if (bias != null) {
      in.add(bias);
    }
    return graph.node(
        "Conv",
        name,
        in,
        integers("kernel_shape", List.of(side, side)),
        integers("pads", List.of(pad, pad, pad, pad)),
        integers("strides", List.of((long) stride, (long) stride)),
        integer("group", groups));
  }

  private String activation(String name, String input, Activation activation) {
    List<String> in = List.of(input);
    return switch (activation) {
      case GELU -> graph.node("Gelu", name, in);
      case HARD_SIGMOID ->
          graph.node("HardSigmoid", name, in, real("alpha", 1.0 / 6), real("beta", 0.5));
      case RELU -> graph.node("Relu", name, in);
      case LEAKY_RELU -> graph.node("LeakyRelu", name, in, real("alpha", 0.2));
      case NONE -> input;
    };
  }

  /**
   * Writes the prediction of one filter bank from pooled features [1, width] as {@code name.bank},
   * shape [out, in, kernel, kernel] (paper, Algorithm 1, lines 2 to 10).
   */
  void writeBank(String name, Operation.HyperConvolution h, String pooled, int width) {
    String x = pooled;
    int layers = h.hidden().size();
    long in = width;
    for (int i = 0; i <= layers; i++) {
      long out = i < layers ? h.hidden().get(i) : (long) h.taps() * h.in() * h.out();
      String key = name + ".mlp" + i;
      String weight = graph.halfWeights(key + ".weight", get(key + ".weight"), out, in);
      String bias = graph.halfWeights(key + ".bias", get(key + ".bias"), out);
      x = graph.node("Gemm", key, List.of(x, weight, bias), integer("transB", 1));
      if (i < layers) {
        x = activation(key + ".act", x, h.mlpActivation());
      }
      in = out;
    }
    boolean slice = h.normalisation() == Normalisation.SLICE;
    long[] grouped =
        slice
            ? new long[] {h.out(), h.in(), h.taps()}
            : new long[] {h.out(), (long) h.taps() * h.in()};
    String f =
        graph.node(
            "Reshape", name + ".grouped", List.of(x, graph.integers(name + ".groups", grouped)));
    String abs = graph.node("Abs", name + ".abs", List.of(f));
    String norm =
        graph.node(
            "ReduceSum",
            name + ".norm",
            List.of(abs, graph.integers(name + ".taps", slice ? 2 : 1)),
            integer("keepdims", 1));
    String safe = graph.node("Add", name + ".safe", List.of(norm, once("epsilon", EPSILON)));
    String unit = graph.node("Div", name + ".unit", List.of(f, safe));
    float factor = (float) h.normalisationFactor();
    String scaled =
        graph.node(
            "Mul",
            name + ".scaled",
            List.of(unit, graph.weights(name + ".factor", new float[] {factor})));
    String shaped =
        graph.node(
            "Reshape",
            name + ".shaped",
            List.of(
                scaled, graph.integers(name + ".shape", h.out(), h.in(), h.kernel(), h.kernel())));
    if (h.outputGain()) {
      shaped =
          graph.node(
              "Mul",
              name + ".gained",
              List.of(
                  shaped, graph.weights(name + ".gain", get(name + ".gain"), h.out(), 1, 1, 1)));
    }
    graph.node(
        "Add",
        name + ".bank",
        List.of(shaped, tensor(name + ".filterBias", h.out(), h.in(), h.kernel(), h.kernel())));
  }

  private static final float EPSILON = (float) Normalisation.EPSILON;

  private String tensor(String name, long... shape) {
    return graph.weights(name, get(name), shape);
  }

  private float[] get(String name) {
    float[] values = weights.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no weights for " + name);
    }
    return values;
  }

  /** A constant that several nodes share: written at its first use. */
  private String once(String name, float... values) {
    if (written.add(name)) {
      long[] shape = values.length == 1 ? new long[0] : new long[] {values.length};
      graph.weights(name, values, shape);
    }
    return name;
  }
}
