package hyperlumen.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import hyperlumen.network.Activation;
import hyperlumen.network.Embedding;
import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.Normalisation;
import hyperlumen.network.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Runs a network's layer list with gradients: y = forward(x, banks(x, noise)).
 *
 * <p>The K patches of one call share one filter set: v = mean over the patches of the maximum over
 * each patch; so a HyperConvolution is an ordinary convolution with batch K. Shapes are [K, C, H,
 * W]; arrays belong to the input's manager. Not thread-safe.
 */
public final class TorchNetwork {

  private static final Shape ONE = new Shape(1, 1);
  private static final Shape ZERO = new Shape(0, 0);
  private static final Shape NO_DILATION = ONE;

  private final Network network;
  private final TorchParameters parameters;
  private final Scalars scalars;
  private final DataType precision;
  private double dropShare;
  private RandomGenerator dropout;

  /** Runs in float32. */
  public TorchNetwork(Network network, TorchParameters parameters, Scalars scalars) {
    this(network, parameters, scalars, DataType.FLOAT32);
  }

  /**
   * Runs the convolutions in {@code precision} (FLOAT32 or BFLOAT16); MLPs and the result stay
   * float32.
   */
  public TorchNetwork(
      Network network, TorchParameters parameters, Scalars scalars, DataType precision) {
    this.network = network;
    this.parameters = parameters;
    this.scalars = scalars;
    this.precision = precision;
  }

  /**
   * Drops that many of the pooled features at random, the others scaled up, in every run from now
   * on: keeps the filters from being learned by heart, photo by photo.
   */
  public void dropFeatures(double share, RandomGenerator random) {
    this.dropShare = share;
    this.dropout = share > 0 ? random : null;
  }

  private NDArray mask(NDArray pooled) {
    float[] mask = new float[Math.toIntExact(pooled.size())];
    float kept = (float) (1 / (1 - dropShare));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = dropout.nextDouble() < dropShare ? 0 : kept;
    }
    return pooled.getManager().create(mask, pooled.getShape());
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** Its tensors. */
  public TorchParameters parameters() {
    return parameters;
  }

  /**
   * Predicts the filters from the patches themselves, then runs the forward network on them.
   *
   * @param input [K, planes, H, W]
   * @param noise [1, noiseInputs], ignored where the network takes none
   * @return [K, 3, H * packing, W * packing], float32
   */
  public NDArray run(NDArray input, NDArray noise) {
    return run(input, (name, h, maps) -> bank(name, h, pooled(h, maps, noise)));
  }

  /**
   * Predicts the filters from windows of a photo and runs the forward network with them on the
   * whole photo, as the program does.
   *
   * @param input [1, planes, H, W]
   * @param windows [K, planes, side, side], cut from the input
   * @param noise [1, noiseInputs], ignored where the network takes none
   * @return [1, 3, H * packing, W * packing], float32
   */
  public NDArray run(NDArray input, NDArray windows, NDArray noise) {
    Map<String, NDArray> banks = new HashMap<>();
    run(
        windows,
        (name, h, maps) -> {
          NDArray bank = bank(name, h, pooled(h, maps, noise));
          banks.put(name, bank);
          return bank;
        });
    return run(input, (name, h, maps) -> banks.get(name));
  }

  /** Where a HyperConvolution's filters come from. */
  private interface BankSource {
    NDArray bank(String name, Operation.HyperConvolution h, Map<String, NDArray> maps);
  }

  private NDArray run(NDArray input, BankSource source) {
    Map<String, NDArray> maps = new HashMap<>();
    for (Layer layer : network.layers()) {
      NDArray[] in = layer.inputs().stream().map(maps::get).toArray(NDArray[]::new);
      NDArray out =
          switch (layer.operation()) {
            case Operation.Input i -> cast(input);
            case Operation.HyperConvolution h -> {
              NDArray bank = source.bank(layer.name(), h, maps);
              NDArray bias = h.outputBias() ? cast(parameters.get(layer.name() + ".bias")) : null;
              yield convolution(in[0], cast(bank), bias, h.kernel(), 1, 1);
            }
            default -> apply(layer, in);
          };
      maps.put(layer.name(), out);
    }
    NDArray result = maps.get(network.output().name());
    return result.getDataType() == DataType.FLOAT32
        ? result
        : result.toType(DataType.FLOAT32, false);
  }

  /**
   * Runs a network without HyperConvolutions for its result alone: every map is freed after its
   * last use, as a script without gradients would have it.
   *
   * @param input [K, planes, H, W], kept
   * @return [K, 3, H * packing, W * packing], of the input's manager
   */
  public NDArray forward(NDArray input) {
    List<Layer> layers = network.layers();
    Map<String, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      for (String name : layers.get(i).inputs()) {
        lastUse.put(name, i);
      }
    }
    NDManager owner = input.getManager();
    Map<String, NDArray> maps = new HashMap<>();
    maps.put(Network.INPUT, input);
    for (int i = 1; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      NDArray[] in = layer.inputs().stream().map(maps::get).toArray(NDArray[]::new);
      try (NDManager scope = owner.newSubManager()) {
        for (NDArray one : in) {
          one.tempAttach(scope);
        }
        NDArray out = apply(layer, in);
        out.attach(owner);
        maps.put(layer.name(), out);
      }
      for (String name : layer.inputs()) {
        if (lastUse.get(name) == i && !name.equals(Network.INPUT) && maps.containsKey(name)) {
          maps.remove(name).close();
        }
      }
    }
    return maps.get(network.output().name());
  }

  /** Pooled features and noise: [1, 4e + noiseInputs], float32. */
  private NDArray pooled(Operation.HyperConvolution h, Map<String, NDArray> maps, NDArray noise) {
    Embedding embedding = network.embedding(h.embedding());
    String key = embedding.name() + ".pooled";
    NDArray pooled = maps.get(key);
    if (pooled == null) {
      Map<String, NDArray> local = new HashMap<>();
      local.put(embedding.source(), maps.get(embedding.source()));
      NDArray last = null;
      for (Layer layer : embedding.layers()) {
        last = apply(layer, local.get(layer.inputs().getFirst()));
        local.put(layer.name(), last);
      }
      Shape s = last.getShape();
      pooled =
          last.toType(DataType.FLOAT32, false)
              .reshape(s.get(0), s.get(1), s.get(2) * s.get(3))
              .max(new int[] {2})
              .mean(new int[] {0}, true);
      if (dropout != null) {
        pooled = pooled.mul(mask(pooled));
      }
      if (network.noiseInputs() > 0) {
        pooled = NDArrays.concat(new NDList(pooled, noise), 1);
      }
      maps.put(key, pooled);
    }
    return pooled;
  }

  /**
   * The filter bank [out, in, kernel, kernel] of one HyperConvolution (Algorithm 1, steps 2 to 4).
   */
  private NDArray bank(String name, Operation.HyperConvolution h, NDArray pooled) {
    NDArray x = pooled;
    int layers = h.hidden().size();
    for (int i = 0; i <= layers; i++) {
      NDArray weight = parameters.get(name + ".mlp" + i + ".weight");
      NDArray bias = parameters.get(name + ".mlp" + i + ".bias");
      x = x.matMul(weight.transpose()).add(bias);
      if (i < layers) {
        x = activate(x, h.mlpActivation());
      }
    }
    boolean slice = h.normalisation() == Normalisation.SLICE;
    NDArray f =
        slice ? x.reshape(h.out(), h.in(), h.taps()) : x.reshape(h.out(), (long) h.taps() * h.in());
    NDArray norm =
        f.abs().sum(new int[] {slice ? 2 : 1}, true).add(scalars.of(Normalisation.EPSILON));
    NDArray bank =
        f.div(norm)
            .mul(scalars.of(h.normalisationFactor()))
            .reshape(h.out(), h.in(), h.kernel(), h.kernel());
    if (h.outputGain()) {
      bank = bank.mul(parameters.get(name + ".gain").reshape(h.out(), 1, 1, 1));
    }
    return bank.add(parameters.get(name + ".filterBias"));
  }

  private NDArray apply(Layer layer, NDArray... in) {
    NDArrayEx ex = in[0].getNDArrayInternal();
    return switch (layer.operation()) {
      case Operation.Convolution c ->
          convolution(
              in[0],
              cast(parameters.get(layer.name() + ".weight")),
              c.bias() ? cast(parameters.get(layer.name() + ".bias")) : null,
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

  /** PyTorch's number for bilinear interpolation in DJL's binding. */
  private static final int BILINEAR = 1;

  /** 2x2 with stride 2: a 1x1 convolution to four times the channels, then depth to space. */
  private NDArray transposed(String name, Operation.TransposedConvolution t, NDArray x) {
    NDArray weight =
        cast(parameters.get(name + ".weight"))
            .transpose(1, 2, 3, 0)
            .reshape(t.out() * 4L, t.in(), 1, 1);
    NDArray wide = Conv2d.conv2d(x, weight, null, ONE, ZERO, NO_DILATION, 1).singletonOrThrow();
    return pixelShuffle(wide).add(cast(parameters.get(name + ".bias")).reshape(1, t.out(), 1, 1));
  }

  private static NDArray convolution(
      NDArray x, NDArray weight, NDArray bias, int kernel, int stride, int groups) {
    Shape pad = new Shape(kernel / 2, kernel / 2);
    return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), pad, NO_DILATION, groups)
        .singletonOrThrow();
  }

  private NDArray activate(NDArray x, Activation activation) {
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

  private NDArray cast(NDArray x) {
    return x.getDataType() == precision ? x : x.toType(precision, false);
  }
}
