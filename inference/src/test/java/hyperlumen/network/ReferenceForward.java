package hyperlumen.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Runs a network's forward layers in plain double arithmetic, one loop per definition: the oracle
 * for everything that runs them fast.
 *
 * <p>Filter banks of HyperConvolutions are given under the name "layer.filters", the other tensors
 * under their parameter names; a missing bias counts as zeros.
 */
final class ReferenceForward {

  /** A map [channel][row][column]. */
  record Planes(double[][][] values) {
    int channels() {
      return values.length;
    }

    int height() {
      return values[0].length;
    }

    int width() {
      return values[0][0].length;
    }

    static Planes zeros(int channels, int height, int width) {
      return new Planes(new double[channels][height][width]);
    }
  }

  private final Network network;
  private final Map<String, double[]> tensors;

  ReferenceForward(Network network, Map<String, double[]> tensors) {
    this.network = network;
    this.tensors = Map.copyOf(tensors);
  }

  /** The output of the last layer. */
  Planes run(Planes input) {
    Map<String, Planes> maps = new HashMap<>();
    for (Layer layer : network.layers()) {
      List<Planes> in = layer.inputs().stream().map(maps::get).toList();
      maps.put(layer.name(), in.isEmpty() ? input : apply(layer, in));
    }
    return maps.get(network.output().name());
  }

  private Planes apply(Layer layer, List<Planes> in) {
    String name = layer.name();
    Planes x = in.getFirst();
    return switch (layer.operation()) {
      case Operation.Input i -> x;
      case Operation.Convolution c ->
          convolve(x, tensors.get(name + ".weight"), tensors.get(name + ".bias"), c);
      case Operation.HyperConvolution h ->
          convolve(
              x,
              tensors.get(name + ".filters"),
              tensors.get(name + ".bias"),
              new Operation.Convolution(h.in(), h.out(), h.kernel(), 1, 1, h.outputBias()));
      case Operation.TransposedConvolution t ->
          transposed(x, tensors.get(name + ".weight"), tensors.get(name + ".bias"), t.out());
      case Operation.Activate a -> map(x, v -> activate(a.activation(), v));
      case Operation.AveragePool p -> average(x, p.factor());
      case Operation.Upsample u -> upsample(x);
      case Operation.Add a -> combine(x, in.get(1), 1);
      case Operation.Subtract s -> combine(x, in.get(1), -1);
      case Operation.Concatenate c -> concatenate(x, in.get(1));
      case Operation.Select s -> new Planes(Arrays.copyOf(x.values, s.channels()));
      case Operation.PixelShuffle s -> shuffle(x);
      case Operation.Foreign f -> throw new IllegalArgumentException("its layers are not known");
    };
  }

  private static Planes convolve(Planes x, double[] w, double[] bias, Operation.Convolution c) {
    int side = c.kernel();
    int seen = c.in() / c.groups();
    int outputsPerGroup = c.out() / c.groups();
    int height = Math.ceilDiv(x.height(), c.stride());
    int width = Math.ceilDiv(x.width(), c.stride());
    Planes y = Planes.zeros(c.out(), height, width);
    for (int o = 0; o < c.out(); o++) {
      int from = o / outputsPerGroup * seen;
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          double sum = bias == null ? 0 : bias[o];
          for (int i = 0; i < seen; i++) {
            for (int tap = 0; tap < side * side; tap++) {
              int tapRow = row * c.stride() + tap / side - side / 2;
              int tapColumn = column * c.stride() + tap % side - side / 2;
              sum += w[(o * seen + i) * side * side + tap] * at(x, from + i, tapRow, tapColumn);
            }
          }
          y.values[o][row][column] = sum;
        }
      }
    }
    return y;
  }

  /** The value, or 0 outside the map. */
  private static double at(Planes x, int channel, int row, int column) {
    boolean inside = row >= 0 && row < x.height() && column >= 0 && column < x.width();
    return inside ? x.values[channel][row][column] : 0;
  }

  private static Planes transposed(Planes x, double[] w, double[] bias, int out) {
    int in = x.channels();
    Planes y = Planes.zeros(out, 2 * x.height(), 2 * x.width());
    for (int o = 0; o < out; o++) {
      for (int row = 0; row < y.height(); row++) {
        for (int column = 0; column < y.width(); column++) {
          double sum = bias == null ? 0 : bias[o];
          for (int i = 0; i < in; i++) {
            sum +=
                w[((i * out + o) * 2 + row % 2) * 2 + column % 2]
                    * x.values[i][row / 2][column / 2];
          }
          y.values[o][row][column] = sum;
        }
      }
    }
    return y;
  }

  private static Planes average(Planes x, int factor) {
    Planes y = Planes.zeros(x.channels(), x.height() / factor, x.width() / factor);
    for (int c = 0; c < x.channels(); c++) {
      for (int row = 0; row < y.height() * factor; row++) {
        for (int column = 0; column < y.width() * factor; column++) {
          y.values[c][row / factor][column / factor] +=
              x.values[c][row][column] / (factor * factor);
        }
      }
    }
    return y;
  }

  private static Planes upsample(Planes x) {
    Planes y = Planes.zeros(x.channels(), 2 * x.height(), 2 * x.width());
    for (int c = 0; c < x.channels(); c++) {
      for (int row = 0; row < y.height(); row++) {
        for (int column = 0; column < y.width(); column++) {
          y.values[c][row][column] = bilinear(x.values[c], row / 2.0 - 0.25, column / 2.0 - 0.25);
        }
      }
    }
    return y;
  }

  private static double bilinear(double[][] plane, double row, double column) {
    int y = (int) Math.floor(row);
    int x = (int) Math.floor(column);
    double top = mix(clamped(plane, y, x), clamped(plane, y, x + 1), column - x);
    double bottom = mix(clamped(plane, y + 1, x), clamped(plane, y + 1, x + 1), column - x);
    return mix(top, bottom, row - y);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }

  private static double clamped(double[][] plane, int row, int column) {
    return plane[Math.clamp(row, 0, plane.length - 1)][Math.clamp(column, 0, plane[0].length - 1)];
  }

  private static Planes combine(Planes a, Planes b, double sign) {
    Planes y = Planes.zeros(a.channels(), a.height(), a.width());
    for (int c = 0; c < a.channels(); c++) {
      for (int row = 0; row < a.height(); row++) {
        for (int column = 0; column < a.width(); column++) {
          y.values[c][row][column] = a.values[c][row][column] + sign * b.values[c][row][column];
        }
      }
    }
    return y;
  }

  private static Planes concatenate(Planes a, Planes b) {
    double[][][] both = Arrays.copyOf(a.values, a.channels() + b.channels());
    System.arraycopy(b.values, 0, both, a.channels(), b.channels());
    return new Planes(both);
  }

  private static Planes shuffle(Planes x) {
    Planes y = Planes.zeros(x.channels() / 4, 2 * x.height(), 2 * x.width());
    for (int c = 0; c < y.channels(); c++) {
      for (int row = 0; row < y.height(); row++) {
        for (int column = 0; column < y.width(); column++) {
          int plane = 4 * c + 2 * (row % 2) + column % 2;
          y.values[c][row][column] = x.values[plane][row / 2][column / 2];
        }
      }
    }
    return y;
  }

  private static Planes map(Planes x, DoubleUnaryOperator function) {
    Planes y = Planes.zeros(x.channels(), x.height(), x.width());
    for (int c = 0; c < x.channels(); c++) {
      for (int row = 0; row < x.height(); row++) {
        for (int column = 0; column < x.width(); column++) {
          y.values[c][row][column] = function.applyAsDouble(x.values[c][row][column]);
        }
      }
    }
    return y;
  }

  private static double activate(Activation activation, double x) {
    return switch (activation) {
      // The tanh form; within 5e-4 of the exact one.
      case GELU -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
      case HARD_SIGMOID -> Math.clamp(x / 6 + 0.5, 0.0, 1.0);
      case RELU -> Math.max(x, 0);
      case LEAKY_RELU -> x > 0 ? x : x / 5;
      case NONE -> x;
    };
  }
}
