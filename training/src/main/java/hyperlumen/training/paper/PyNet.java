package hyperlumen.training.paper;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.ArrayList;
import java.util.List;

/**
 * The convolutions of PyNET (A. Ignatov et al., "Replacing Mobile Camera ISP with a Single Deep
 * Learning Model", CVPR Workshops 2020) by its public layer list, for cost alone.
 *
 * <p>Level 1 has the packed mosaic's size, each further level half of it, level 0 twice. A block
 * has two convolutions in a row for every odd kernel from 3 to its largest.
 */
final class PyNet {

  private static final int LEVELS = 6;

  /** Level, channels in, channels out, largest kernel, how often; levels 2 to 5 are normalised. */
  private static final int[][] BLOCKS = {
    {1, 4, 32, 3, 1},
    {1, 64, 32, 5, 1},
    {1, 96, 32, 7, 1},
    {1, 96, 32, 9, 1},
    {1, 128, 32, 9, 3},
    {1, 128, 32, 7, 1},
    {1, 128, 32, 5, 1},
    {1, 128, 32, 3, 1},
    {2, 32, 64, 3, 1},
    {2, 128, 64, 5, 1},
    {2, 192, 64, 7, 4},
    {2, 256, 64, 5, 1},
    {2, 192, 64, 3, 1},
    {3, 64, 128, 3, 1},
    {3, 256, 128, 5, 4},
    {3, 512, 128, 3, 1},
    {4, 128, 256, 3, 1},
    {4, 512, 256, 3, 2},
    {4, 256, 256, 3, 3},
    {5, 256, 512, 3, 1},
    {5, 512, 512, 3, 3},
  };

  /** Level, channels in, channels out, how often: 3x3 behind an enlargement, and the outputs. */
  private static final int[][] SINGLES = {
    {4, 512, 256, 2},
    {3, 256, 128, 2},
    {2, 128, 64, 2},
    {1, 64, 32, 2},
    {0, 32, 16, 1},
    {5, 512, 3, 1},
    {4, 256, 3, 1},
    {3, 128, 3, 1},
    {2, 64, 3, 1},
    {1, 32, 3, 1},
    {0, 16, 3, 1},
  };

  /** One convolution with bias and how often it is there. */
  private record Step(int level, int in, int out, int kernel, int count, boolean normalised) {

    long weights() {
      return (long) in * out * kernel * kernel;
    }

    /** Output pixels per pixel of the packed mosaic. */
    double area() {
      return Math.pow(4, 1 - level);
    }
  }

  private PyNet() {}

  private static List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int[] b : BLOCKS) {
      for (int kernel = 3; kernel <= b[3]; kernel += 2) {
        steps.add(new Step(b[0], b[1], b[2], kernel, b[4], b[0] > 1));
        steps.add(new Step(b[0], b[2], b[2], kernel, b[4], b[0] > 1));
      }
    }
    for (int[] s : SINGLES) {
      steps.add(new Step(s[0], s[1], s[2], 3, s[3], false));
    }
    return steps;
  }

  /** Learned numbers, those of the instance normalisations included. */
  static long parameters() {
    return steps().stream()
        .mapToLong(s -> s.count * (s.weights() + s.out + (s.normalised ? 2L * s.out : 0)))
        .sum();
  }

  /** Multiplications on a mosaic of so many pixels. */
  static double mac(double pixels) {
    return steps().stream().mapToDouble(s -> s.count * s.weights() * s.area()).sum() * pixels / 4;
  }

  /** Bytes of all convolutions' outputs as 32-bit floats. */
  static double outputBytes(double pixels) {
    return steps().stream().mapToDouble(s -> 4.0 * s.count * s.out * s.area()).sum() * pixels / 4;
  }

  /**
   * Runs every convolution once on a tile with random weights, one after the other.
   *
   * @param side of the tile in photo pixels, a multiple of 32
   */
  static Measurement measured(int side) {
    double seconds = 0;
    try (NDManager base = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      run(base, new Step(LEVELS - 1, 8, 8, 3, 1, false), side); // Starts the engine.
      for (Step step : steps()) {
        seconds += step.count * run(base, step, side);
      }
    }
    return new Measurement((double) side * side / 1e6, 0, seconds, 0);
  }

  private static double run(NDManager base, Step step, int side) {
    long length = Math.round(side / 2.0 * Math.pow(2, 1 - step.level));
    Shape one = new Shape(1, 1);
    Shape padding = new Shape(step.kernel / 2, step.kernel / 2);
    try (NDManager scope = base.newSubManager()) {
      NDArray x =
          scope.randomUniform(0, 1, new Shape(1, step.in, length, length), DataType.FLOAT32);
      NDArray weight =
          scope.randomUniform(
              -0.01f,
              0.01f,
              new Shape(step.out, step.in, step.kernel, step.kernel),
              DataType.FLOAT32);
      double start = Measurement.processorTime();
      NDArray y =
          Conv2d.conv2d(x, weight, null, one, padding, one, 1)
              .singletonOrThrow()
              .getNDArrayInternal()
              .leakyRelu(0.2f);
      // Reading a value waits for the result.
      if (Float.isNaN(y.getFloat(0, 0, 0, 0))) {
        throw new IllegalStateException("a convolution gave no number");
      }
      return Measurement.processorTime() - start;
    }
  }
}
