package hyperlumen.network.onnx;

import static hyperlumen.network.onnx.GraphWriter.integer;

import hyperlumen.network.Embedding;
import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The two ONNX graphs of a network.
 *
 * <p>{@code predict}: windows [K, planes, P, P] and noise [1, noiseInputs] to every filter bank
 * {@code layer.bank} [out, in, kernel, kernel]; {@code forward}: tile [N, planes, H, W] and the
 * banks to picture [N, 3, H * packing, W * packing]. All values are float32; MLP weights are stored
 * as float16. Thread-safe.
 */
public final class NetworkGraphs {

  /** Input of {@code predict}. */
  public static final String WINDOWS = "windows";

  /** Second input of {@code predict}, where the network is told the noise. */
  public static final String NOISE = "noise";

  /** Input of {@code forward}. */
  public static final String TILE = "tile";

  /** Output of {@code forward}. */
  public static final String PICTURE = "picture";

  /** What a bank's name ends with. */
  public static final String BANK = ".bank";

  private NetworkGraphs() {}

  /** The prediction graph; the network must be one with HyperConvolutions. */
  public static byte[] predict(Network network, Map<String, float[]> weights) {
    if (!network.isHyper()) {
      throw new IllegalArgumentException(network.spec() + " predicts no filters");
    }
    GraphWriter graph = new GraphWriter("predict");
    LayerWriter writer = new LayerWriter(graph, weights);
    graph.input(WINDOWS, "K", network.packing().planes(), "H", "W");
    if (network.noiseInputs() > 0) {
      graph.input(NOISE, 1, network.noiseInputs());
    }
    writer.define(Network.INPUT, WINDOWS);
    Set<String> needed = sources(network);
    Set<String> pooled = new HashSet<>();
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.HyperConvolution h) {
        Embedding embedding = network.embedding(h.embedding());
        if (pooled.add(embedding.name())) {
          writePooled(network, embedding, graph, writer);
        }
        int width = embedding.channels() + network.noiseInputs();
        writer.writeBank(layer.name(), h, pooledName(embedding), width);
        graph.output(layer.name() + BANK, h.out(), h.in(), h.kernel(), h.kernel());
      }
      if (needed.contains(layer.name()) && !layer.inputs().isEmpty()) {
        writer.write(layer);
      }
    }
    return graph.model();
  }

  /** The forward graph. */
  public static byte[] forward(Network network, Map<String, float[]> weights) {
    GraphWriter graph = new GraphWriter("forward");
    LayerWriter writer = new LayerWriter(graph, weights);
    graph.input(TILE, "N", network.packing().planes(), "H", "W");
    writer.define(Network.INPUT, TILE);
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.HyperConvolution h) {
        graph.input(layer.name() + BANK, h.out(), h.in(), h.kernel(), h.kernel());
      }
    }
    Set<String> needed = ancestors(network, Set.of(network.output().name()));
    for (Layer layer : network.layers()) {
      if (needed.contains(layer.name()) && !layer.inputs().isEmpty()) {
        writer.write(layer);
      }
    }
    graph.node("Identity", PICTURE, List.of(writer.output(network.output().name())));
    graph.output(PICTURE, "N", 3, "outputHeight", "outputWidth");
    return graph.model();
  }

  /** Maximum over each window, mean over the windows, then the noise: [1, width]. */
  private static void writePooled(
      Network network, Embedding embedding, GraphWriter graph, LayerWriter writer) {
    for (Layer layer : embedding.layers()) {
      writer.write(layer);
    }
    String name = embedding.name();
    String last = writer.output(embedding.layers().getLast().name());
    String max = graph.node("GlobalMaxPool", name + ".max", List.of(last));
    String flat = graph.node("Flatten", name + ".flat", List.of(max), integer("axis", 1));
    boolean told = network.noiseInputs() > 0;
    String mean =
        graph.node(
            "ReduceMean",
            told ? name + ".mean" : pooledName(embedding),
            List.of(flat, graph.integers(name + ".windows", 0)),
            integer("keepdims", 1));
    if (told) {
      graph.node("Concat", pooledName(embedding), List.of(mean, NOISE), integer("axis", 1));
    }
  }

  private static String pooledName(Embedding embedding) {
    return embedding.name() + ".pooled";
  }

  /** Forward layers that some embedding needs. */
  private static Set<String> sources(Network network) {
    Set<String> sources = new HashSet<>();
    network.embeddings().forEach(e -> sources.add(e.source()));
    return ancestors(network, sources);
  }

  /** The layers {@code names} and all that they are computed from. */
  private static Set<String> ancestors(Network network, Set<String> names) {
    Set<String> all = new HashSet<>(names);
    for (Layer layer : network.layers().reversed()) {
      if (all.contains(layer.name())) {
        all.addAll(layer.inputs());
      }
    }
    return all;
  }
}
