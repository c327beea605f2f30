package hyperlumen.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A network as data: the one description from which everything else follows.
 *
 * @param spec the text that names it, see {@link NetworkSpec}
 * @param packing how photo pixels become its input planes
 * @param noiseInputs numbers that describe the photo's noise, appended to the pooled features (0 in
 *     the paper's form, else 2)
 * @param layers the forward network: the first is the input, the last gives three channels at the
 *     photo's size
 * @param embeddings the networks that look at the photo for the predicted filters; empty for a twin
 *     without HyperConvolutions
 */
public record Network(
    String spec, Packing packing, int noiseInputs, List<Layer> layers, List<Embedding> embeddings) {

  /** Name of every network's input layer. */
  public static final String INPUT = "input";

  public Network {
    layers = List.copyOf(layers);
    embeddings = List.copyOf(embeddings);
    if (!(layers.getFirst().operation() instanceof Operation.Input)) {
      throw new IllegalArgumentException("a network begins with its input");
    }
  }

  /** The last layer. */
  public Layer output() {
    return layers.getLast();
  }

  /** Whether any filters are predicted. */
  public boolean isHyper() {
    return !embeddings.isEmpty();
  }

  /** The embedding of that name. */
  public Embedding embedding(String name) {
    return embeddings.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no embedding " + name + " in " + spec));
  }

  /** The HyperConvolution layers in order. */
  public List<Layer> hyperLayers() {
    return layers.stream()
        .filter(l -> l.operation() instanceof Operation.HyperConvolution)
        .toList();
  }

  /**
   * Area of each forward layer's output relative to the network's input: 1 at full size, 1/4 one
   * level down, 4 behind a pixel shuffle.
   */
  public Map<String, Double> areas() {
    Map<String, Double> areas = new HashMap<>();
    for (Layer layer : layers) {
      double area = layer.inputs().isEmpty() ? 1 : areas.get(layer.inputs().getFirst());
      areas.put(layer.name(), area * areaFactor(layer.operation()));
    }
    return areas;
  }

  /** Number of channels of each forward layer's output. */
  public Map<String, Integer> channels() {
    Map<String, Integer> channels = new HashMap<>();
    for (Layer layer : layers) {
      int in = layer.inputs().isEmpty() ? 0 : channels.get(layer.inputs().getFirst());
      int out =
          switch (layer.operation()) {
            case Operation.Input i -> i.channels();
            case Operation.Convolution c -> c.out();
            case Operation.HyperConvolution h -> h.out();
            case Operation.TransposedConvolution t -> t.out();
            case Operation.Concatenate c -> in + channels.get(layer.inputs().get(1));
            case Operation.Select s -> s.channels();
            case Operation.PixelShuffle s -> in / 4;
            case Operation.Foreign f -> 3;
            default -> in;
          };
      channels.put(layer.name(), out);
    }
    return channels;
  }

  /** Output pixels per input pixel of one operation. */
  static double areaFactor(Operation operation) {
    return switch (operation) {
      case Operation.Convolution c -> 1.0 / (c.stride() * c.stride());
      case Operation.AveragePool p -> 1.0 / (p.factor() * p.factor());
      case Operation.TransposedConvolution t -> 4;
      case Operation.Upsample u -> 4;
      case Operation.PixelShuffle s -> 4;
      default -> 1;
    };
  }

  /** The only side of a tile, in photo pixels, that the network can be run on; empty if any. */
  public OptionalInt fixedTile() {
    return NetworkSpec.parse(spec).fixedTile();
  }

  /** Every learned tensor, in a fixed order: forward layers first, then embeddings. */
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (Layer layer : layers) {
      parameters.addAll(Parameter.of(this, layer));
    }
    for (Embedding embedding : embeddings) {
      for (Layer layer : embedding.layers()) {
        parameters.addAll(Parameter.of(this, layer));
      }
    }
    return parameters;
  }

  /** Number of learned numbers. */
  public long parameterCount() {
    return parameters().stream().mapToLong(Parameter::size).sum();
  }
}
