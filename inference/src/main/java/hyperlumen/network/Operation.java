package hyperlumen.network;

import java.util.List;

/** What a layer computes; convolutions pad with zeros to keep the size of the map. */
public sealed interface Operation {

  /** The network's input with its number of planes. */
  record Input(int channels) implements Operation {}

  /**
   * Plain convolution with learned weights.
   *
   * @param in input channels
   * @param out output channels
   * @param kernel side of the filters, odd
   * @param stride 1 or 2
   * @param groups 1, or the number of channels: then each output sees its own input alone
   *     (depthwise)
   * @param bias whether a bias per output channel is added
   */
  record Convolution(int in, int out, int kernel, int stride, int groups, boolean bias)
      implements Operation {

    /** The usual one: 3x3, every output sees every input. */
    public Convolution(int in, int out, int stride, boolean bias) {
      this(in, out, 3, stride, 1, bias);
    }

    /** 3x3, each of {@code channels} filtered by itself, with bias. */
    public static Convolution depthwise(int channels) {
      return new Convolution(channels, channels, 3, 1, channels, true);
    }

    /** Every pixel by itself, with bias: a matrix between channels. */
    public static Convolution pointwise(int in, int out) {
      return new Convolution(in, out, 1, 1, 1, true);
    }

    /** Weights of one output channel. */
    public long weightsPerOutput() {
      return (long) kernel * kernel * in / groups;
    }
  }

  /** Transposed convolution 2x2 with stride 2 and bias: doubles width and height. */
  record TransposedConvolution(int in, int out) implements Operation {}

  /**
   * Convolution whose filter bank is predicted per photo (paper, Algorithm 1): pooled features of
   * an embedding and the noise go through an MLP to kernel^2 * in * out numbers, which are
   * normalised; then a learned bias per weight is added.
   *
   * @param in input channels
   * @param out output channels
   * @param kernel side of the filters: 3 in the paper, 1 where a depthwise convolution has looked
   *     at the neighbours
   * @param embedding name of the {@link Embedding} that feeds the MLP
   * @param hidden widths of the MLP's hidden layers
   * @param mlpActivation behind each hidden layer
   * @param normalisation of the predicted filters
   * @param outputGain whether a learned gain per output channel multiplies the normalised filters
   * @param outputBias whether a learned static bias per output channel is added
   */
  record HyperConvolution(
      int in,
      int out,
      int kernel,
      String embedding,
      List<Integer> hidden,
      Activation mlpActivation,
      Normalisation normalisation,
      boolean outputGain,
      boolean outputBias)
      implements Operation {

    public HyperConvolution {
      hidden = List.copyOf(hidden);
    }

    /** Taps of one slice. */
    public int taps() {
      return kernel * kernel;
    }

    /** What the predicted numbers are multiplied by after division by their L1 norm. */
    public double normalisationFactor() {
      return normalisation.factor(in, taps());
    }
  }

  /** Element-wise non-linearity. */
  record Activate(Activation activation) implements Operation {}

  /** Mean of factor x factor blocks. */
  record AveragePool(int factor) implements Operation {}

  /** Bilinear enlargement by 2 with half-pixel centres, clamped at the border. */
  record Upsample() implements Operation {}

  /** Sum of two maps. */
  record Add() implements Operation {}

  /** First map minus second. */
  record Subtract() implements Operation {}

  /** Channels of the first map, then those of the second. */
  record Concatenate() implements Operation {}

  /** The first {@code channels} channels. */
  record Select(int channels) implements Operation {}

  /** Depth to space by 2: out[c, 2y + dy, 2x + dx] = in[4c + 2dy + dx, y, x]. */
  record PixelShuffle() implements Operation {}

  /**
   * A whole graph that was made elsewhere, known only from outside: RGB in, RGB of the same size
   * out.
   *
   * @param reach pixels around an output pixel that it depends on
   * @param alignment pixels of the grid that its tiles must lie on
   * @param mac multiplications per pixel
   * @param maps numbers alive at one time per pixel
   */
  record Foreign(int reach, int alignment, long mac, int maps) implements Operation {}
}
