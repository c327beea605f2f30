package hyperlumen.network;

import hyperlumen.network.Operation.Activate;
import hyperlumen.network.Operation.Add;
import hyperlumen.network.Operation.AveragePool;
import hyperlumen.network.Operation.Convolution;
import hyperlumen.network.Operation.HyperConvolution;
import hyperlumen.network.Operation.Input;
import hyperlumen.network.Operation.PixelShuffle;
import hyperlumen.network.Operation.Subtract;
import hyperlumen.network.Operation.Upsample;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the U-shaped network of the paper's section 5.1 (our reconstruction "A") in its two uses:
 * RAW to RGB, and fast denoising of packed sRGB.
 *
 * <p>Four levels of n channels with additive skips; six HyperConvolutions (five when denoising) at
 * the two upper levels, fed by three embedding networks at the scales 1, 1/2 and 1/4. With {@code
 * deep=k} every level below the first has k more ordinary convolutions on the way up, where they
 * cost little.
 */
final class IspNetwork {

  /** Name of the convolution that carries the demosaiced input past the network. */
  static final String SKIP = "skip";

  private final NetworkSpec spec;
  private final int n;
  private final boolean hyper;
  private final Activation first;
  private final List<Layer> layers = new ArrayList<>();

  private IspNetwork(NetworkSpec spec, boolean hyper) {
    this.spec = spec;
    this.n = spec.require("n");
    this.hyper = hyper;
    this.first = spec.flag("gelu") ? Activation.GELU : Activation.HARD_SIGMOID;
  }

  /** RAW to RGB: 4 Bayer planes to 3 channels at twice the size. */
  static Network isp(NetworkSpec spec, boolean hyper) {
    IspNetwork builder = new IspNetwork(spec, hyper);
    builder.trunk(4);
    boolean skip = spec.flag("skip");
    builder.convolution("hc5", builder.n, 12, 2, "hc4.act");
    String head = "hc5";
    if (skip) {
      builder.add(SKIP, new Convolution(4, 12, 1, true), Network.INPUT);
      builder.add("hc5.sum", new Add(), "hc5", SKIP);
      head = "hc5.sum";
    } else {
      builder.add("hc5.act", new Activate(Activation.GELU), "hc5");
      head = "hc5.act";
    }
    builder.add("shuffle", new PixelShuffle(), head);
    if (!skip) {
      builder.convolution("hc6", 3, 3, 2, "shuffle");
    }
    return builder.build(Packing.BAYER);
  }

  /** Denoising: 12 planes of packed sRGB, output = input minus prediction. */
  static Network denoiser(NetworkSpec spec, boolean hyper) {
    IspNetwork builder = new IspNetwork(spec, hyper);
    builder.trunk(12);
    builder.convolution("hc5", builder.n, 12, 2, "hc4.act");
    builder.add("residual", new Subtract(), Network.INPUT, "hc5");
    builder.add("shuffle", new PixelShuffle(), "residual");
    return builder.build(Packing.RGB_2X2);
  }

  /** Everything from the input to the activation behind HC4. */
  private void trunk(int planes) {
    add(Network.INPUT, new Input(planes));
    convolution("hc1", planes, n, 0, Network.INPUT);
    activate("hc1", first);
    convolution("hc2", n, n, 0, "hc1.act");
    activate("hc2", first);
    add("down1", new AveragePool(2), "hc2.act");
    convolution("hc3", n, n, 1, "down1");
    activate("hc3", Activation.GELU);
    add("down2", new AveragePool(2), "hc3.act");
    add("c4", new Convolution(n, n, 1, true), "down2");
    activate("c4", Activation.GELU);
    add("down3", new AveragePool(2), "c4.act");
    add("c5", new Convolution(n, n, 1, true), "down3");
    activate("c5", Activation.GELU);
    add("up2", new Upsample(), further(3, "c5.act"));
    add("sum2", new Add(), "up2", "c4.act");
    add("up1", new Upsample(), further(2, "sum2"));
    add("sum1", new Add(), "up1", "hc3.act");
    add("up0", new Upsample(), further(1, "sum1"));
    add("sum0", new Add(), "up0", "hc2.act");
    convolution("hc4", n, n, 2, "sum0");
    activate("hc4", Activation.GELU);
  }

  /** The {@code deep} further convolutions of a level on the way up; gives the last one's name. */
  private String further(int level, String from) {
    String last = from;
    for (int i = 0; i < spec.get("deep", 0); i++) {
      String name = "d" + level + "." + i;
      add(name, new Convolution(n, n, 1, true), last);
      activate(name, Activation.GELU);
      last = name + ".act";
    }
    return last;
  }

  private Network build(Packing packing) {
    List<Embedding> embeddings =
        hyper ? ScaleEmbeddings.of(packing.planes(), spec.require("e")) : List.of();
    int noise = hyper ? spec.get("noise", 0) : 0;
    return new Network(spec.text(), packing, noise, layers, embeddings);
  }

  private void convolution(String name, int in, int out, int embedding, String from) {
    if (hyper) {
      int h = spec.require("h");
      add(
          name,
          new HyperConvolution(
              in,
              out,
              3,
              "e" + embedding,
              List.of(h, h),
              Activation.GELU,
              spec.flag("n2") ? Normalisation.FILTER : Normalisation.SLICE,
              spec.flag("gain"),
              spec.flag("bias")),
          from);
    } else {
      add(name, new Convolution(in, out, 1, true), from);
    }
  }

  private void activate(String name, Activation activation) {
    add(name + ".act", new Activate(activation), name);
  }

  private void add(String name, Operation operation, String... inputs) {
    layers.add(Layer.of(name, operation, inputs));
  }
}
