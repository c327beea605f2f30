package hyperlumen.adopt;

import hyperlumen.model.ModelException;
import hyperlumen.runtime.GraphTrial;
import hyperlumen.runtime.RuntimeFailure;
import java.util.OptionalInt;

/**
 * Measures how far around an output pixel a graph looks: the least distance beyond which the whole
 * picture may change without the middle changing.
 */
final class HaloProbe {

  /** The middle may change by half a step of a 16-bit picture: a seam nobody can see. */
  private static final float VISIBLE = 0.5f / 65535;

  /** The largest picture that is tried. */
  static final int LARGEST_SIDE = 512;

  /** Sides of the pictures that are tried; each is a multiple of every usual alignment. */
  private static final int[] SIDES = {128, 256, LARGEST_SIDE};

  /** Different contents, because a rectifier may hide a change in one of them. */
  private static final int TRIES = 2;

  private final GraphTrial trial;
  private final int side;
  private final int alignment;

  private HaloProbe(GraphTrial trial, int side, int alignment) {
    this.trial = trial;
    this.side = side;
    this.alignment = alignment;
  }

  /**
   * The reach in pixels.
   *
   * @param alignment side of the block in the middle, the graph's coarsest grid
   * @param fixedSide the only side it can be run on
   * @throws ModelException if the middle changes with the farthest pixels of the largest picture
   */
  static int reach(GraphTrial trial, int alignment, OptionalInt fixedSide)
      throws ModelException, RuntimeFailure {
    int[] sides = fixedSide.isPresent() ? new int[] {fixedSide.getAsInt()} : SIDES;
    for (int side : sides) {
      HaloProbe probe = new HaloProbe(trial, side, alignment);
      int most = side / 2 - 2 * alignment;
      if (most > 0 && !probe.changes(most)) {
        return probe.leastUpTo(most);
      }
    }
    throw new ModelException(
        "its result at one place depends on the picture "
            + sides[sides.length - 1] / 2
            + " pixels away; set a halo yourself to take it with seams between tiles");
  }

  private int leastUpTo(int most) throws RuntimeFailure {
    int low = 0;
    int high = most;
    while (low < high) {
      int middle = (low + high) / 2;
      if (changes(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the middle changes when everything beyond {@code reach} does. */
  private boolean changes(int reach) throws RuntimeFailure {
    int first = side / 2 / alignment * alignment;
    int end = first + alignment;
    for (int k = 0; k < TRIES; k++) {
      float[] picture = TrialPicture.of(side, 0.05, k);
      float[] before = trial.run(picture, side);
      float[] other = TrialPicture.of(side, 0.3, k + 100);
      for (int c = 0; c < 3; c++) {
        for (int y = first - reach; y < end + reach; y++) {
          int at = (c * side + y) * side + first - reach;
          System.arraycopy(picture, at, other, at, alignment + 2 * reach);
        }
      }
      float[] after = trial.run(other, side);
      for (int c = 0; c < 3; c++) {
        for (int y = first; y < end; y++) {
          for (int x = first; x < end; x++) {
            int at = (c * side + y) * side + x;
            if (Math.abs(after[at] - before[at]) > VISIBLE) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }
}
