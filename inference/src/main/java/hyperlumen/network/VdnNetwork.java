package hyperlumen.network;

import hyperlumen.network.Operation.Activate;
import hyperlumen.network.Operation.AveragePool;
import hyperlumen.network.Operation.Concatenate;
import hyperlumen.network.Operation.Convolution;
import hyperlumen.network.Operation.HyperConvolution;
import hyperlumen.network.Operation.Input;
import hyperlumen.network.Operation.Select;
import hyperlumen.network.Operation.Subtract;
import hyperlumen.network.Operation.TransposedConvolution;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the denoiser of VDN (Yue et al. 2019) and its HyperConvolution variant (paper, section
 * 5.4): a U-Net of four levels on RGB whose output is the input minus a predicted residual.
 *
 * <p>Widths are int(64 * 2^i / c). In the variant the 13 convolutions between the first and the
 * last are predicted, each from its own input.
 */
final class VdnNetwork {

  private static final int DEPTH = 4;

  private final NetworkSpec spec;
  private final boolean hyper;
  private final int divisor;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Embedding> embeddings = new ArrayList<>();

  private VdnNetwork(NetworkSpec spec, boolean hyper) {
    this.spec = spec;
    this.hyper = hyper;
    this.divisor = spec.get("c", 1);
  }

  /** The denoiser. */
  static Network denoiser(NetworkSpec spec, boolean hyper) {
    return new VdnNetwork(spec, hyper).build();
  }

  /** The network that estimates the noise variance in training: 6 maps, log alpha and log beta. */
  static Network sigma(NetworkSpec spec) {
    int width = 64 / spec.get("c", 1);
    List<Layer> layers = new ArrayList<>();
    layers.add(Layer.of(Network.INPUT, new Input(3)));
    String from = Network.INPUT;
    int channels = 3;
    for (int i = 0; i < 4; i++) {
      layers.add(Layer.of("s" + i, new Convolution(channels, width, 1, true), from));
      layers.add(Layer.of("s" + i + ".act", new Activate(Activation.LEAKY_RELU), "s" + i));
      from = "s" + i + ".act";
      channels = width;
    }
    layers.add(Layer.of("s4", new Convolution(channels, 6, 1, true), from));
    return new Network(spec.text(), Packing.RGB, 0, layers, List.of());
  }

  private Network build() {
    add(Network.INPUT, new Input(3));
    String from = Network.INPUT;
    int channels = 3;
    for (int level = 0; level < DEPTH; level++) {
      int width = width(level);
      if (level > 0) {
        add("pool" + level, new AveragePool(2), from);
        from = "pool" + level;
      }
      from = block("down" + level, channels, width, from, level == 0);
      channels = width;
    }
    for (int level = DEPTH - 2; level >= 0; level--) {
      int width = width(level);
      add("tconv" + level, new TransposedConvolution(channels, width), from);
      add("cat" + level, new Concatenate(), "tconv" + level, "down" + level + "b.act");
      from = block("up" + level, 2 * width, width, "cat" + level, false);
      channels = width;
    }
    add("last", new Convolution(channels, 6, 1, true), from);
    add("prediction", new Select(3), "last");
    add("residual", new Subtract(), Network.INPUT, "prediction");
    return new Network(
        spec.text(), Packing.RGB, hyper ? spec.get("noise", 0) : 0, layers, embeddings);
  }

  private int width(int level) {
    return (64 << level) / divisor;
  }

  private String block(String name, int in, int out, String from, boolean first) {
    String a = convolution(name + "a", in, out, from, !first);
    return convolution(name + "b", out, out, a, true);
  }

  private String convolution(String name, int in, int out, String from, boolean mayBeHyper) {
    if (hyper && mayBeHyper) {
      embeddings.add(embedding(name + ".e", from, in));
      add(
          name,
          new HyperConvolution(
              in,
              out,
              3,
              name + ".e",
              List.of(spec.require("h1"), spec.require("h2")),
              Activation.RELU,
              spec.flag("n2") ? Normalisation.FILTER : Normalisation.SLICE,
              spec.flag("gain"),
              true),
          from);
    } else {
      add(name, new Convolution(in, out, 1, true), from);
    }
    add(name + ".act", new Activate(Activation.LEAKY_RELU), name);
    return name + ".act";
  }

  /** Three convolutions of stride 2 to 32, 64 and 128 channels. */
  private static Embedding embedding(String name, String source, int in) {
    List<Layer> list = new ArrayList<>();
    String from = source;
    int channels = in;
    for (int i = 0; i < 3; i++) {
      int out = 32 << i;
      String convolution = name + ".conv" + i;
      list.add(Layer.of(convolution, new Convolution(channels, out, 2, true), from));
      list.add(Layer.of(convolution + ".act", new Activate(Activation.RELU), convolution));
      from = convolution + ".act";
      channels = out;
    }
    return new Embedding(name, source, list, channels);
  }

  private void add(String name, Operation operation, String... inputs) {
    layers.add(Layer.of(name, operation, inputs));
  }
}
