package hyperlumen.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A small, fixed training set without noise, mosaic to finished picture, and a test set from other
 * photos: for experiments on how networks generalise. Each patch has its own filters.
 */
public final class FixedPatches implements GroupSource {

  private static final int TEST_SEED = 1_000_003;

  private final List<Group> training;
  private final List<Group> test;

  /**
   * Cuts the patches.
   *
   * @param training number of patches to train on
   * @param test number of patches to test on
   * @param side of a patch in photo pixels
   * @param seed of places and cameras
   */
  public FixedPatches(PhotoCache photos, int training, int test, int side, long seed) {
    RawGroups raw = new RawGroups(photos, true);
    this.training = cut(raw, photos.training(), training, side, seed);
    this.test = cut(raw, photos.validation(), test, side, seed + TEST_SEED);
  }

  private static List<Group> cut(
      RawGroups raw, List<PhotoCache.Photo> photos, int count, int side, long seed) {
    PatchSampler sampler = new PatchSampler(photos);
    SplittableRandom random = new SplittableRandom(seed);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(raw.noiseFree(random, sampler.sample(random, 1, side), side));
    }
    return List.copyOf(groups);
  }

  /** The patches trained on. */
  public List<Group> training() {
    return training;
  }

  /** The patches tested on. */
  public List<Group> test() {
    return test;
  }

  @Override
  public Group next(RandomGenerator random, int patches, int side) {
    return training.get(random.nextInt(training.size()));
  }

  @Override
  public double[] validationLevels() {
    return new double[] {0};
  }

  @Override
  public List<Group> validation(int side, double level) {
    return test;
  }
}
