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
 * Builds our own U-shaped network of separable residual blocks (docs/decisions/0041): three levels
 * of n0, n1 and n2 channels on the packed photo, for RAW to RGB and for denoising sRGB.
 *
 * <p>A block is x + project(GELU(mix(depthwise(x)))): a static filter per channel looks at the
 * neighbours, two matrices between channels do the rest. The first and the last convolution (3x3)
 * and the matrices of the two upper levels are HyperConvolutions, fed by the paper's three
 * embeddings; the lowest level, which sees the photo from far away, is ordinary.
 */
final class SeparableNetwork {

  /** What the convolution at a block's end is called; it starts small, so a block starts as x. */
  static final String PROJECT = ".project";

  private static final int LEVELS = 3;

  private static final int OUTPUT_PLANES = 12;

  private final NetworkSpec spec;
  private final boolean hyper;
  private final List<Layer> layers = new ArrayList<>();

  private SeparableNetwork(NetworkSpec spec, boolean hyper) {
    this.spec = spec;
    this.hyper = hyper;
  }

  /** RAW to RGB: 4 Bayer planes to 3 channels at twice the size, beside a demosaiced copy. */
  static Network isp(NetworkSpec spec, boolean hyper) {
    SeparableNetwork builder = new SeparableNetwork(spec, hyper);
    int planes = Packing.BAYER.planes();
    builder.trunk(planes);
    builder.add(IspNetwork.SKIP, new Convolution(planes, OUTPUT_PLANES, 1, true), Network.INPUT);
    builder.add("sum", new Add(), "head", IspNetwork.SKIP);
    return builder.build(Packing.BAYER, "sum");
  }

  /** Denoising: 12 planes of packed sRGB, output = input minus prediction. */
  static Network denoiser(NetworkSpec spec, boolean hyper) {
    SeparableNetwork builder = new SeparableNetwork(spec, hyper);
    builder.trunk(Packing.RGB_2X2.planes());
    builder.add("residual", new Subtract(), Network.INPUT, "head");
    return builder.build(Packing.RGB_2X2, "residual");
  }

  /** Everything from the input to the last convolution, {@code head}. */
  private void trunk(int planes) {
    add(Network.INPUT, new Input(planes));
    matrix("stem", planes, width(0), 3, "e0", Network.INPUT);
    String x = "stem";
    String[] skips = new String[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      if (level > 0) {
        add("pool" + level, new AveragePool(2), x);
        String down = "down" + level;
        add(down, Convolution.pointwise(width(level - 1), width(level)), "pool" + level);
        x = down;
      }
      x = blocks("a", level, level == 0 ? "e0" : "e1", x);
      skips[level] = x;
    }
    for (int level = LEVELS - 2; level >= 0; level--) {
      String narrow = "up" + level;
      add(narrow, Convolution.pointwise(width(level + 1), width(level)), x);
      add(narrow + ".large", new Upsample(), narrow);
      add("sum" + level, new Add(), narrow + ".large", skips[level]);
      x = blocks("d", level, level == 0 ? "e2" : "e1", "sum" + level);
    }
    matrix("head", width(0), OUTPUT_PLANES, 3, "e2", x);
  }

  private int width(int level) {
    return spec.require("n" + level);
  }

  /**
   * As many blocks as the specification says: a0 to a2 on the way down, d1 and d0 on the way up.
   */
  private String blocks(String side, int level, String embedding, String from) {
    String x = from;
    for (int i = 0; i < spec.get(side + level, 1); i++) {
      x = block(side + level + "." + i, level, embedding, x);
    }
    return x;
  }

  private String block(String name, int level, String embedding, String from) {
    int width = width(level);
    String predictedBy = level < LEVELS - 1 ? embedding : null;
    add(name + ".depthwise", Convolution.depthwise(width), from);
    matrix(name + ".mix", width, width, 1, predictedBy, name + ".depthwise");
    add(name + ".act", new Activate(Activation.GELU), name + ".mix");
    matrix(name + PROJECT, width, width, 1, predictedBy, name + ".act");
    add(name, new Add(), from, name + PROJECT);
    return name;
  }

  /** A convolution between all channels, predicted if an embedding is given. */
  private void matrix(String name, int in, int out, int kernel, String embedding, String from) {
    if (!hyper || embedding == null) {
      add(name, new Convolution(in, out, kernel, 1, 1, true), from);
      return;
    }
    int h = spec.require("h");
    add(
        name,
        new HyperConvolution(
            in,
            out,
            kernel,
            embedding,
            List.of(h, h),
            Activation.GELU,
            Normalisation.FILTER,
            true,
            true),
        from);
  }

  private Network build(Packing packing, String last) {
    add("shuffle", new PixelShuffle(), last);
    List<Embedding> embeddings =
        hyper ? ScaleEmbeddings.of(packing.planes(), spec.require("e")) : List.of();
    return new Network(spec.text(), packing, hyper ? spec.get("noise", 0) : 0, layers, embeddings);
  }

  private void add(String name, Operation operation, String... inputs) {
    layers.add(Layer.of(name, operation, inputs));
  }
}
