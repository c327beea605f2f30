package hyperlumen.training.data;

import java.util.random.RandomGenerator;

/** Makes training samples. Thread-safe. */
public interface GroupSource {

  /**
   * One sample with random content and noise.
   *
   * @param patches patches that share one filter set
   * @param side side of a patch in photo pixels
   */
  Group next(RandomGenerator random, int patches, int side);

  /** The noise strengths that validation reports apart, weakest first. */
  double[] validationLevels();

  /** A sample of one whole clean picture (planar sRGB, side x side) at a validation level. */
  Group validation(RandomGenerator random, float[] clean, int side, double level);
}
