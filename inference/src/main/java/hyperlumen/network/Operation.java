package hyperlumen.network;

import java.util.List;

/** What a layer computes; every convolution is 3x3 with zero padding 1 unless it says otherwise. */
public sealed interface Operation {

  /** The network's input with its number of planes. */
  record Input(int channels) implements Operation {}

  /**
   * Plain convolution with learned weights.
   *
   * @param in input channels
   * @param out output channels
   * @param stride 1 or 2
   * @param bias whether a bias per output channel is added
   */
  record Convolution(int in, int out, int stride, boolean bias) implements Operation {}

  /** Transposed convolution 2x2 with stride 2 and bias: doubles width and height. */
  record TransposedConvolution(int in, int out) implements Operation {}

  /**
   * Convolution whose filter bank is predicted per photo (paper, Algorithm 1): pooled features of
   * an embedding and the noise go through an MLP to 9 * in * out numbers, which are normalised;
   * then a learned bias per weight is added.
   *
   * @param in input channels
   * @param out output channels
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
