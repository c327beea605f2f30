package hyperlumen.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What part of the input a tile of the output depends on, by interval arithmetic over the layers.
 *
 * <p>A tile of one grid cell, [0, alignment) along an axis, is followed backwards: each operation
 * widens the interval [lo, hi) of outputs to the inputs it reads:
 *
 * <ul>
 *   <li>convolution 3x3 of stride s: [s lo - 1, s (hi - 1) + 2)
 *   <li>transposed convolution 2x2 of stride 2, pixel shuffle by 2: [floor(lo / 2), ceil(hi / 2))
 *   <li>average of f x f: [f lo, f hi)
 *   <li>bilinear enlargement by 2, half-pixel centres: [floor((lo - 1) / 2), floor(hi / 2) + 1)
 * </ul>
 *
 * <p>All operations repeat on the grid, so that one cell stands for every tile on it; both axes are
 * alike.
 */
public final class ReceptiveField {

  private ReceptiveField() {}

  /** Halo and alignment of a network's forward layers. */
  public static Halo of(Network network) {
    Map<String, Double> areas = network.areas();
    int alignment = 1;
    for (double area : areas.values()) {
      // Every factor is a power of two, so that the coarsest level's grid contains all others.
      alignment = Math.max(alignment, (int) Math.round(Math.sqrt(1 / area)));
    }
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.Foreign f) {
        alignment = Math.max(alignment, f.alignment());
      }
    }
    double outputScale = Math.sqrt(areas.get(network.output().name()));
    Interval cell = new Interval(0, (int) Math.round(alignment * outputScale));
    Interval seen = inputInterval(network, cell);
    int reach = Math.max(Math.max(-seen.lo, seen.hi - alignment), 0);
    return new Halo(reach, alignment, network.packing().factor());
  }

  private static Interval inputInterval(Network network, Interval output) {
    Map<String, Interval> needed = new HashMap<>();
    needed.put(network.output().name(), output);
    List<Layer> layers = network.layers();
    for (Layer layer : layers.reversed()) {
      Interval own = needed.get(layer.name());
      if (own == null) {
        continue; // Nothing of the tile depends on it.
      }
      Interval read = read(layer.operation(), own);
      for (String input : layer.inputs()) {
        needed.merge(input, read, Interval::union);
      }
    }
    return needed.get(Network.INPUT);
  }

  /** The inputs that the outputs [lo, hi) of one operation are made of. */
  private static Interval read(Operation operation, Interval out) {
    return switch (operation) {
      case Operation.Convolution c ->
          window(new Interval(c.stride() * out.lo, c.stride() * (out.hi - 1) + 1), c.kernel());
      case Operation.HyperConvolution h -> window(out, h.kernel());
      case Operation.TransposedConvolution t -> halves(out);
      case Operation.PixelShuffle s -> halves(out);
      case Operation.AveragePool p -> new Interval(p.factor() * out.lo, p.factor() * out.hi);
      case Operation.Upsample u ->
          new Interval(Math.floorDiv(out.lo - 1, 2), Math.floorDiv(out.hi, 2) + 1);
      case Operation.Foreign f -> new Interval(out.lo - f.reach(), out.hi + f.reach());
      case Operation.Input i -> out;
      case Operation.Activate a -> out;
      case Operation.Add a -> out;
      case Operation.Subtract s -> out;
      case Operation.Concatenate c -> out;
      case Operation.Select s -> out;
    };
  }

  private static Interval window(Interval centres, int kernel) {
    return new Interval(centres.lo - kernel / 2, centres.hi + kernel / 2);
  }

  private static Interval halves(Interval out) {
    return new Interval(Math.floorDiv(out.lo, 2), Math.ceilDiv(out.hi, 2));
  }

  /** Pixels lo to hi - 1 along one axis. */
  private record Interval(int lo, int hi) {

    Interval union(Interval other) {
      return new Interval(Math.min(lo, other.lo), Math.max(hi, other.hi));
    }
  }
}
