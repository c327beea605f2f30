package hyperlumen.training.loop;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import hyperlumen.network.Embedding;
import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.Operation;
import hyperlumen.training.torch.TorchParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * First weights of a larger network that computes what a smaller, trained one does.
 *
 * <p>The larger network is of the same kind, with more channels, more residual blocks or both. What
 * both have is copied. A new channel starts at random and is heard by nothing old: the weights
 * between new inputs and old outputs are zero, and learn. A block that is new adds nothing at
 * first: its last convolution (its gain, where its filters are predicted) is zero.
 *
 * <p>Source: Chen, Goodfellow, Shlens, "Net2Net: Accelerating Learning via Knowledge Transfer",
 * 2016, with zeros in place of copied channels.
 */
public final class Growth {

  private final Map<String, Operation> before = new HashMap<>();
  private final Map<String, float[]> weights;
  private final Map<String, float[]> fresh;

  private Growth(Network small, Map<String, float[]> weights, Map<String, float[]> fresh) {
    for (Layer layer : small.layers()) {
      before.put(layer.name(), layer.operation());
    }
    this.weights = weights;
    this.fresh = fresh;
  }

  /**
   * Weights for {@code large}.
   *
   * @param small the trained network
   * @param weights its values by parameter name
   * @param large what is to be trained
   * @param seed of what is new
   * @return values for every parameter of {@code large}
   * @throws IllegalArgumentException if {@code large} has less of something, or other MLPs
   */
  public static Map<String, float[]> grow(
      Network small, Map<String, float[]> weights, Network large, long seed) {
    Map<String, float[]> fresh;
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      fresh = TorchParameters.initialise(large, manager, seed).values();
    }
    Growth growth = new Growth(small, weights, fresh);
    large.layers().forEach(growth::layer);
    for (Embedding embedding : large.embeddings()) {
      for (Layer layer : embedding.layers()) {
        if (layer.operation() instanceof Operation.Convolution) {
          growth.copy(layer.name() + ".weight");
          growth.copy(layer.name() + ".bias");
        }
      }
    }
    return fresh;
  }

  private void layer(Layer layer) {
    String name = layer.name();
    boolean known = before.containsKey(name);
    boolean ends = !known && name.endsWith(".project");
    switch (layer.operation()) {
      case Operation.Convolution c -> {
        if (known) {
          Operation.Convolution old = (Operation.Convolution) before.get(name);
          int taps = c.kernel() * c.kernel();
          int newIn = c.in() / c.groups();
          matrix(name + ".weight", taps, old.in() / old.groups(), old.out(), newIn, 1);
          vector(name + ".bias", 1);
        } else if (ends) {
          Arrays.fill(fresh.get(name + ".weight"), 0);
        }
      }
      case Operation.HyperConvolution h -> {
        if (known) {
          hyper(name, (Operation.HyperConvolution) before.get(name), h);
        } else if (ends) {
          Arrays.fill(fresh.get(name + ".gain"), 0);
        }
      }
      default -> {
        // The other operations have nothing to learn.
      }
    }
  }

  private void hyper(
      String name, Operation.HyperConvolution old, Operation.HyperConvolution grown) {
    int last = grown.hidden().size();
    for (int i = 0; i < last; i++) {
      copy(name + ".mlp" + i + ".weight");
      copy(name + ".mlp" + i + ".bias");
    }
    int width = grown.hidden().getLast();
    matrix(name + ".mlp" + last + ".weight", grown.taps(), old.in(), old.out(), grown.in(), width);
    matrix(name + ".mlp" + last + ".bias", grown.taps(), old.in(), old.out(), grown.in(), 1);
    matrix(name + ".filterBias", grown.taps(), old.in(), old.out(), grown.in(), 1);
    // The factor in front of a normalised filter grows with its inputs; the gain takes it back.
    vector(name + ".gain", (float) (old.normalisationFactor() / grown.normalisationFactor()));
    vector(name + ".bias", 1);
  }

  /** The values of a tensor that is the same in both. */
  private void copy(String name) {
    float[] from = from(name);
    float[] to = fresh.get(name);
    if (from.length != to.length) {
      throw new IllegalArgumentException(name + " has another size in the smaller network");
    }
    System.arraycopy(from, 0, to, 0, to.length);
  }

  private void vector(String name, float factor) {
    float[] from = from(name);
    float[] to = fresh.get(name);
    fits(name, from.length <= to.length);
    for (int i = 0; i < from.length; i++) {
      to[i] = factor * from[i];
    }
  }

  /** Copies [out, in, taps, depth]; zero between new inputs and old outputs. */
  private void matrix(String name, int taps, int oldIn, int oldOut, int newIn, int depth) {
    float[] from = from(name);
    float[] to = fresh.get(name);
    int row = taps * depth;
    fits(name, oldIn <= newIn && (long) oldOut * newIn * row <= to.length);
    for (int o = 0; o < oldOut; o++) {
      System.arraycopy(from, o * oldIn * row, to, o * newIn * row, oldIn * row);
      Arrays.fill(to, (o * newIn + oldIn) * row, (o + 1) * newIn * row, 0);
    }
  }

  private float[] from(String name) {
    float[] values = weights.get(name);
    fits(name, values != null);
    return values;
  }

  private static void fits(String name, boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException(
          "the network cannot grow out of the smaller one: " + name + " does not fit");
    }
  }
}
