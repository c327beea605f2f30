package hyperlumen.training.data;

import hyperlumen.network.Packing;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Denoising samples of real pairs, such as SIDD's: patches at the same place of the noisy and the
 * clean photo, turned alike. The network is told the noise measured on the noisy patches.
 */
public final class PairGroups implements GroupSource {

  private final PairCache pairs;
  private final Packing packing;
  private final int noiseInputs;
  private final long totalPixels;

  /** Makes samples for a network of that packing and number of noise inputs. */
  public PairGroups(PairCache pairs, Packing packing, int noiseInputs) {
    this.pairs = pairs;
    this.packing = packing;
    this.noiseInputs = noiseInputs;
    this.totalPixels = pairs.training().stream().mapToLong(PairGroups::pixels).sum();
  }

  @Override
  public Group next(RandomGenerator random, int patches, int side) {
    PairCache.Pair pair = choose(random);
    float[] clean = new float[patches * 3 * side * side];
    float[] noisy = new float[clean.length];
    if (Math.min(pair.clean().width(), pair.clean().height()) < side) {
      throw new IllegalArgumentException(pair.clean().name() + " is smaller than a patch");
    }
    for (int p = 0; p < patches; p++) {
      int x = random.nextInt(pair.clean().width() - side + 1);
      int y = random.nextInt(pair.clean().height() - side + 1);
      int turn = random.nextInt(8);
      PatchSampler.cut(pair.clean(), x, y, 1, side, turn, clean, p * 3 * side * side);
      PatchSampler.cut(pair.noisy(), x, y, 1, side, turn, noisy, p * 3 * side * side);
    }
    double jitter = 1 + random.nextGaussian(0, 0.05);
    return SrgbGroups.group(packing, noiseInputs, noisy, clean, patches, side, jitter);
  }

  @Override
  public double[] validationLevels() {
    return new double[] {0};
  }

  @Override
  public List<Group> validation(int most, double level) {
    return pairs.validation().stream().map(pair -> centre(pair, most)).toList();
  }

  private Group centre(PairCache.Pair pair, int most) {
    int shorter = Math.min(pair.clean().width(), pair.clean().height());
    int side = Math.min(most, shorter / 16 * 16);
    return SrgbGroups.group(
        packing,
        noiseInputs,
        PatchSampler.centre(pair.noisy(), side),
        PatchSampler.centre(pair.clean(), side),
        1,
        side,
        1);
  }

  private PairCache.Pair choose(RandomGenerator random) {
    long at = random.nextLong(totalPixels);
    for (PairCache.Pair pair : pairs.training()) {
      at -= pixels(pair);
      if (at < 0) {
        return pair;
      }
    }
    return pairs.training().getLast();
  }

  private static long pixels(PairCache.Pair pair) {
    return (long) pair.clean().width() * pair.clean().height();
  }
}
