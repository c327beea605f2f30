package hyperlumen.training.data;

import java.util.List;
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

  /**
   * The samples of a validation level, always the same; one photo each, never trained on.
   *
   * @param side of a sample in photo pixels; smaller where the photos are
   */
  List<Group> validation(int side, double level);
}
