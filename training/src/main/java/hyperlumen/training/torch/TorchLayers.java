package hyperlumen.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import hyperlumen.network.Activation;
import hyperlumen.network.Layer;
import hyperlumen.network.Operation;

/**
 * The layers that do not depend on the photo, in PyTorch: maps [K, C, H, W] to maps, all float32,
 * results of the first input's manager. Not thread-safe.
 */
final class TorchLayers {

  private static final Shape ONE = new Shape(1, 1);
  private static final Shape ZERO = new Shape(0, 0);
  private static final Shape NO_DILATION = ONE;

  /** PyTorch's number for bilinear interpolation in DJL's binding. */
  private static final int BILINEAR = 1;

  private final TorchParameters parameters;
  private final Scalars scalars;

  TorchLayers(TorchParameters parameters, Scalars scalars) {
    this.parameters = parameters;
    this.scalars = scalars;
  }

  /** One layer of a network or of an embedding; HyperConvolutions are not among them. */
  NDArray apply(Layer layer, NDArray... in) {
    NDArrayEx ex = in[0].getNDArrayInternal();
    return switch (layer.operation()) {
      case Operation.Convolution c ->
          convolution(
              in[0],
              parameters.get(layer.name() + ".weight"),
              c.bias() ? parameters.get(layer.name() + ".bias") : null,
              c.kernel(),
              c.stride(),
              c.groups());
      case Operation.TransposedConvolution t -> transposed(layer.name(), t, in[0]);
      case Operation.Activate a -> activate(in[0], a.activation());
      case Operation.AveragePool p -> {
        Shape window = new Shape(p.factor(), p.factor());
        yield ex.avgPool(window, window, ZERO, false, true);
      }
      case Operation.Upsample u -> {
        Shape s = in[0].getShape();
        yield ex.interpolation(new long[] {s.get(2) * 2, s.get(3) * 2}, BILINEAR, false);
      }
      case Operation.Add a -> in[0].add(in[1]);
      case Operation.Subtract s -> in[0].sub(in[1]);
      case Operation.Concatenate c -> NDArrays.concat(new NDList(in[0], in[1]), 1);
      case Operation.Select s -> in[0].get(":, 0:" + s.channels());
      case Operation.PixelShuffle s -> pixelShuffle(in[0]);
      case Operation.Input i -> in[0];
      case Operation.Foreign f ->
          throw new IllegalArgumentException("a graph made elsewhere cannot be trained");
      case Operation.HyperConvolution h ->
          throw new IllegalArgumentException("an embedding has no HyperConvolution");
    };
  }

  /** 2x2 with stride 2: a 1x1 convolution to four times the channels, then depth to space. */
  private NDArray transposed(String name, Operation.TransposedConvolution t, NDArray x) {
    NDArray weight =
        parameters.get(name + ".weight").transpose(1, 2, 3, 0).reshape(t.out() * 4L, t.in(), 1, 1);
    NDArray wide = Conv2d.conv2d(x, weight, null, ONE, ZERO, NO_DILATION, 1).singletonOrThrow();
    return pixelShuffle(wide).add(parameters.get(name + ".bias").reshape(1, t.out(), 1, 1));
  }

  static NDArray convolution(
      NDArray x, NDArray weight, NDArray bias, int kernel, int stride, int groups) {
    Shape pad = new Shape(kernel / 2, kernel / 2);
    return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), pad, NO_DILATION, groups)
        .singletonOrThrow();
  }

  NDArray activate(NDArray x, Activation activation) {
    return switch (activation) {
      case GELU -> x.getNDArrayInternal().gelu();
      case HARD_SIGMOID -> x.mul(scalars.of(1.0 / 6)).add(scalars.of(0.5)).clip(0f, 1f);
      case RELU -> x.getNDArrayInternal().relu();
      case LEAKY_RELU -> x.getNDArrayInternal().leakyRelu(0.2f);
      case NONE -> x;
    };
  }

  private static NDArray pixelShuffle(NDArray x) {
    Shape s = x.getShape();
    long k = s.get(0);
    long c = s.get(1) / 4;
    long h = s.get(2);
    long w = s.get(3);
    return x.reshape(k, c, 2, 2, h, w).transpose(0, 1, 4, 2, 5, 3).reshape(k, c, h * 2, w * 2);
  }
}
