package hyperlumen.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import hyperlumen.metric.MsSsim;
import hyperlumen.photo.Raster;
import hyperlumen.training.torch.Scalars;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What training minimises, against closed forms and the program's own metrics. */
final class LossTest {

  private static final int COUNT = 3 * 16 * 16;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final Scalars scalars = new Scalars(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  private static float[] noise(long seed, double sigma) {
    Random random = new Random(seed);
    float[] values = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      values[i] = (float) (sigma * random.nextGaussian());
    }
    return values;
  }

  private float value(Loss loss, float[] error) {
    NDArray target = manager.zeros(new Shape(COUNT));
    return loss.of(manager.create(error), target, scalars).getFloat();
  }

  /** The gradient with regard to the output, which is wrong by {@code error}. */
  private float[] gradient(Loss loss, float[] error) {
    NDArray output = manager.create(error);
    output.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(loss.of(output, manager.zeros(new Shape(COUNT)), scalars));
    }
    return output.getGradient().toFloatArray();
  }

  @Test
  void charbonniersIsTheMeanOfSqrtOfTheSquareAndAMillionth() {
    float[] error = noise(1, 0.02);
    double sum = 0;
    for (float d : error) {
      sum += Math.sqrt((double) d * d + 1e-6);
    }
    assertThat(value(Loss.CHARBONNIER, error)).isCloseTo((float) (sum / COUNT), within(1e-7f));
  }

  @Test
  void tenDecibelsAreWorthTheSameWhereverTheyAreWon() {
    double tenDecibels = 0.01 * Math.log(10);
    for (double sigma : new double[] {0.2, 0.1, 0.05}) {
      float gain =
          value(Loss.PSNR, noise(2, sigma)) - value(Loss.PSNR, noise(2, sigma / Math.sqrt(10)));
      assertThat(gain).as("at %s", sigma).isCloseTo((float) tenDecibels, within(0.0012f));
    }
    // A clean sample that is all but right has nothing left to win.
    assertThat(value(Loss.PSNR, noise(2, 1e-4)) - value(Loss.PSNR, noise(2, 1e-5)))
        .isLessThan(1e-5f);
  }

  @Test
  void psnrsGradientIsTheErrorOverItsMeanSquare() {
    float[] error = noise(3, 0.05);
    double squares = 0;
    for (float d : error) {
      squares += (double) d * d / COUNT;
    }
    float[] gradient = gradient(Loss.PSNR, error);
    for (int i = 0; i < COUNT; i += 97) {
      double exact = 0.01 * 2 * error[i] / COUNT / (squares + 2e-5);
      assertThat(gradient[i]).isCloseTo((float) exact, within(1e-8f));
    }
  }

  @Test
  void msSsimsIsOneLessTheMetric() {
    int side = 192;
    Random random = new Random(4);
    float[] reference = new float[side * side];
    float[] picture = new float[side * side];
    for (int i = 0; i < reference.length; i++) {
      int row = i / side;
      int column = i % side;
      double wave = 0.5 + 0.3 * Math.sin(column / 9.0) * Math.cos(row / 13.0);
      reference[i] = (float) wave;
      picture[i] = (float) Math.clamp(wave + 0.05 * random.nextGaussian(), 0, 1);
    }
    Shape shape = new Shape(1, 1, side, side);
    float loss =
        MsSsimLoss.of(manager.create(picture, shape), manager.create(reference, shape), scalars)
            .getFloat();
    double metric =
        MsSsim.of(new Raster(1, side, side, reference), new Raster(1, side, side, picture), 1);
    assertThat(loss).isCloseTo((float) (1 - metric), within(1e-4f));
  }
}
