package hyperlumen.network;

import java.util.ArrayList;
import java.util.List;

/**
 * One learned tensor of a network.
 *
 * @param name the layer's name, a dot and the role
 * @param shape outermost dimension first
 * @param initialisation how training starts it
 * @param mlp whether it belongs to an MLP that predicts filters: those are stored as fp16
 */
public record Parameter(String name, long[] shape, Initialisation initialisation, boolean mlp) {

  /** Start value of a tensor: normal with mean 0 and this deviation, or a constant. */
  public sealed interface Initialisation {
    /** Normal numbers around 0. */
    record Normal(double deviation) implements Initialisation {}

    /** All the same number. */
    record Constant(double value) implements Initialisation {}

    /** Given numbers. */
    record Given(float[] values) implements Initialisation {}
  }

  private static final double SMALL = 0.1;

  /** Number of elements. */
  public long size() {
    long size = 1;
    for (long dimension : shape) {
      size *= dimension;
    }
    return size;
  }

  /** The parameters of one layer, in the order weight, bias, or MLP, filter bias, gain, bias. */
  static List<Parameter> of(Network network, Layer layer) {
    List<Parameter> list = new ArrayList<>();
    String name = layer.name();
    switch (layer.operation()) {
      case Operation.Convolution c -> {
        Initialisation start =
            name.equals(IspNetwork.SKIP)
                ? new Initialisation.Given(BilinearDemosaic.filters())
                : he(c.weightsPerOutput(), start(name));
        list.add(
            new Parameter(
                name + ".weight",
                shape(c.out(), c.in() / c.groups(), c.kernel(), c.kernel()),
                start,
                false));
        if (c.bias()) {
          list.add(new Parameter(name + ".bias", shape(c.out()), zero(), false));
        }
      }
      case Operation.TransposedConvolution t -> {
        list.add(new Parameter(name + ".weight", shape(t.in(), t.out(), 2, 2), he(t.in()), false));
        list.add(new Parameter(name + ".bias", shape(t.out()), zero(), false));
      }
      case Operation.HyperConvolution h -> addHyper(network, name, h, list);
      default -> {
        // The other operations have nothing to learn.
      }
    }
    return list;
  }

  private static void addHyper(
      Network network, String name, Operation.HyperConvolution h, List<Parameter> list) {
    long weights = (long) h.in() * h.out() * h.taps();
    long width = network.embedding(h.embedding()).channels();
    width += network.noiseInputs();
    int layer = 0;
    for (int hidden : h.hidden()) {
      list.add(mlpWeight(name, layer, hidden, width, he(width)));
      list.add(mlpBias(name, layer, hidden, zero()));
      width = hidden;
      layer++;
    }
    // Small weights and a unit bias: an ordinary He-initialised network with a slight dependence
    // on the photo; the normalisation removes the common scale.
    list.add(
        mlpWeight(
            name,
            layer,
            weights,
            width,
            new Initialisation.Normal(0.1 / Math.sqrt((double) width))));
    list.add(mlpBias(name, layer, weights, new Initialisation.Normal(1)));
    list.add(
        new Parameter(
            name + ".filterBias", shape(h.out(), h.in(), h.kernel(), h.kernel()), zero(), false));
    if (h.outputGain()) {
      list.add(
          new Parameter(
              name + ".gain", shape(h.out()), new Initialisation.Constant(start(name)), false));
    }
    if (h.outputBias()) {
      list.add(new Parameter(name + ".bias", shape(h.out()), zero(), false));
    }
  }

  private static Parameter mlpWeight(
      String name, int layer, long out, long in, Initialisation start) {
    return new Parameter(name + ".mlp" + layer + ".weight", shape(out, in), start, true);
  }

  private static Parameter mlpBias(String name, int layer, long out, Initialisation start) {
    return new Parameter(name + ".mlp" + layer + ".bias", shape(out), start, true);
  }

  private static Initialisation he(long fanIn) {
    return he(fanIn, 1);
  }

  private static Initialisation he(long fanIn, double scale) {
    return new Initialisation.Normal(scale * Math.sqrt(2.0 / (double) fanIn));
  }

  /** Scale of a convolution's first weights: small where they end a residual block. */
  private static double start(String name) {
    return name.endsWith(SeparableNetwork.PROJECT) ? SMALL : 1;
  }

  private static Initialisation zero() {
    return new Initialisation.Constant(0);
  }

  private static long[] shape(long... dimensions) {
    return dimensions;
  }
}
