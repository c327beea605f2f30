package hyperlumen.training.data;

import hyperlumen.training.data.PhotoCache.Photo;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts random square patches, several of one photo at a time, rather where there is detail, with
 * flips, turns and often a further reduction by 2 to 4. Thread-safe.
 */
public final class PatchSampler {

  /**
   * Further reductions, drawn evenly: large photos are soft at their own size, small pictures are
   * full of detail, which is what a denoiser must learn to keep.
   */
  private static final int[] FACTORS = {1, 2, 3, 3, 4, 4};

  /**
   * Places looked at for most patches, of which the one with the most detail is taken: nearly all
   * of a photo is smooth and teaches little.
   */
  private static final int CANDIDATES = 4;

  /** Share of the patches that are taken from anywhere, smooth or not. */
  private static final double ANYWHERE = 0.25;

  /**
   * Share of the groups whose patches are of different photos: they see more of the world per step,
   * and their one filter set cannot be learned by heart for a photo (docs/decisions/0040).
   */
  private static final double MIXED = 0.8;

  /** Points along one side of a patch at which its detail is measured. */
  private static final int PROBES = 12;

  private final List<Photo> photos;
  private final long totalPixels;

  /** Samples from {@code photos}, each as often as its size suggests. */
  public PatchSampler(List<Photo> photos) {
    this.photos = photos;
    this.totalPixels = photos.stream().mapToLong(p -> (long) p.width() * p.height()).sum();
  }

  /**
   * Patches of one photo or, mostly, of several, planar sRGB-coded in [0, 1].
   *
   * @return order patch, channel, row, column
   */
  public float[] sample(RandomGenerator random, int patches, int side) {
    boolean mixed = random.nextDouble() < MIXED;
    Photo photo = choose(random);
    int factor = factor(random, photo, side);
    float[] out = new float[patches * 3 * side * side];
    for (int p = 0; p < patches; p++) {
      if (mixed && p > 0) {
        photo = choose(random);
        factor = factor(random, photo, side);
      }
      int candidates = random.nextDouble() < ANYWHERE ? 1 : CANDIDATES;
      int x = 0;
      int y = 0;
      long most = -1;
      for (int i = 0; i < candidates; i++) {
        int left = random.nextInt(photo.width() - side * factor + 1);
        int top = random.nextInt(photo.height() - side * factor + 1);
        long detail = detail(photo, left, top, factor, side);
        if (detail > most) {
          most = detail;
          x = left;
          y = top;
        }
      }
      cut(photo, x, y, factor, side, random.nextInt(8), out, p * 3 * side * side);
    }
    return out;
  }

  private static int factor(RandomGenerator random, Photo photo, int side) {
    int factor = FACTORS[random.nextInt(FACTORS.length)];
    while (factor > 1 && Math.min(photo.width(), photo.height()) < factor * side * 3 / 2) {
      factor--;
    }
    return factor;
  }

  /**
   * Sum of the differences of green between neighbours one reduced pixel apart, at a few points
   * spread over the patch.
   */
  static long detail(Photo photo, int left, int top, int factor, int side) {
    long sum = 0;
    for (int i = 0; i < PROBES; i++) {
      for (int j = 0; j < PROBES; j++) {
        int x = left + j * (side - 1) / PROBES * factor;
        int y = top + i * (side - 1) / PROBES * factor;
        int here = photo.sample(x, y, 1);
        sum += Math.abs(here - photo.sample(x + factor, y, 1));
        sum += Math.abs(here - photo.sample(x, y + factor, 1));
      }
    }
    return sum;
  }

  /** The centre of a photo, as {@link #sample} gives it. */
  public static float[] centre(Photo photo, int side) {
    float[] out = new float[3 * side * side];
    cut(photo, (photo.width() - side) / 2, (photo.height() - side) / 2, 1, side, 0, out, 0);
    return out;
  }

  private Photo choose(RandomGenerator random) {
    long at = random.nextLong(totalPixels);
    for (Photo photo : photos) {
      at -= (long) photo.width() * photo.height();
      if (at < 0) {
        return photo;
      }
    }
    return photos.getLast();
  }

  /** One patch, reduced and turned, to planes from {@code at} on. */
  static void cut(
      Photo photo, int x0, int y0, int factor, int side, int turn, float[] out, int at) {
    float scale = 1f / (255 * factor * factor);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int u = (turn & 1) == 0 ? x : side - 1 - x;
        int v = (turn & 2) == 0 ? y : side - 1 - y;
        int sx = x0 + ((turn & 4) == 0 ? u : v) * factor;
        int sy = y0 + ((turn & 4) == 0 ? v : u) * factor;
        for (int c = 0; c < 3; c++) {
          int sum = 0;
          for (int i = 0; i < factor * factor; i++) {
            sum += photo.sample(sx + i % factor, sy + i / factor, c);
          }
          out[at + (c * side + y) * side + x] = sum * scale;
        }
      }
    }
  }
}
