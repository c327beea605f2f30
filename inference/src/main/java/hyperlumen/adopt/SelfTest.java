package hyperlumen.adopt;

import hyperlumen.model.ModelException;
import hyperlumen.runtime.GraphTrial;
import hyperlumen.runtime.RuntimeFailure;
import java.util.Arrays;

/**
 * Tries an image-to-image graph on a picture of our own making: right size (the trial sees to it),
 * finite, repeatable, still the same picture.
 */
final class SelfTest {

  /** Noise of the trial picture. */
  static final double NOISE = 0.06;

  /** A picture network keeps tones; one that wants 0 to 255, or gives the noise, does not. */
  private static final double MOST_SHIFT = 0.12;

  private SelfTest() {}

  /**
   * Tests a graph.
   *
   * @return share of the noise that is left, 0 to 1 and above
   */
  static double noiseLeft(GraphTrial trial, int side) throws ModelException, RuntimeFailure {
    float[] clean = TrialPicture.of(side, 0, 11);
    float[] noisy = TrialPicture.of(side, NOISE, 11);
    float[] result = trial.run(noisy, side);
    for (float value : result) {
      if (!Float.isFinite(value)) {
        throw new ModelException("its result holds values that are not numbers");
      }
    }
    if (!Arrays.equals(result, trial.run(noisy, side))) {
      throw new ModelException("it gives another result each time");
    }
    int plane = side * side;
    for (int c = 0; c < 3; c++) {
      double shift = 0;
      double apart = 0;
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        shift += result[i] - noisy[i];
        apart += Math.abs(result[i] - noisy[i]);
      }
      if (Math.abs(shift) / plane > MOST_SHIFT || apart / plane > 2 * MOST_SHIFT) {
        throw new ModelException(
            "its result is not the picture it was given; it must take and give RGB from 0 to 1");
      }
    }
    return deviation(result, clean) / deviation(noisy, clean);
  }

  private static double deviation(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = a[i] - b[i];
      sum += d * d;
    }
    return Math.sqrt(sum / a.length);
  }
}
