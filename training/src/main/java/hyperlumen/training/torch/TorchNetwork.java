package hyperlumen.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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

  private final Network network;
  private final TorchParameters parameters;
  private final Scalars scalars;
  private final TorchLayers layers;
  private double dropShare;
  private RandomGenerator dropout;

  /** Runs in float32. */
  public TorchNetwork(Network network, TorchParameters parameters, Scalars scalars) {
    this.network = network;
    this.parameters = parameters;
    this.scalars = scalars;
    this.layers = new TorchLayers(parameters, scalars);
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
            case Operation.Input i -> input;
            case Operation.HyperConvolution h -> {
              NDArray bank = source.bank(layer.name(), h, maps);
              NDArray bias = h.outputBias() ? parameters.get(layer.name() + ".bias") : null;
              yield TorchLayers.convolution(in[0], bank, bias, h.kernel(), 1, 1);
            }
            default -> layers.apply(layer, in);
          };
      maps.put(layer.name(), out);
    }
    return maps.get(network.output().name());
  }

  /**
   * Runs a network without HyperConvolutions for its result alone: every map is freed after its
   * last use, as a script without gradients would have it.
   *
   * @param input [K, planes, H, W], kept
   * @return [K, 3, H * packing, W * packing], of the input's manager
   */
  public NDArray forward(NDArray input) {
    List<Layer> steps = network.layers();
    Map<String, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (String name : steps.get(i).inputs()) {
        lastUse.put(name, i);
      }
    }
    NDManager owner = input.getManager();
    Map<String, NDArray> maps = new HashMap<>();
    maps.put(Network.INPUT, input);
    for (int i = 1; i < steps.size(); i++) {
      Layer layer = steps.get(i);
      NDArray[] in = layer.inputs().stream().map(maps::get).toArray(NDArray[]::new);
      try (NDManager scope = owner.newSubManager()) {
        for (NDArray one : in) {
          one.tempAttach(scope);
        }
        NDArray out = layers.apply(layer, in);
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
        last = layers.apply(layer, local.get(layer.inputs().getFirst()));
        local.put(layer.name(), last);
      }
      Shape s = last.getShape();
      pooled =
          last.reshape(s.get(0), s.get(1), s.get(2) * s.get(3))
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
    int hidden = h.hidden().size();
    for (int i = 0; i <= hidden; i++) {
      NDArray weight = parameters.get(name + ".mlp" + i + ".weight");
      NDArray bias = parameters.get(name + ".mlp" + i + ".bias");
      x = x.matMul(weight.transpose()).add(bias);
      if (i < hidden) {
        x = layers.activate(x, h.mlpActivation());
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
}
