package hyperlumen.runtime;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows that filters are predicted from: squares on a regular grid over the photo, aligned to
 * the network's stride; at most {@code count} of them, fewer where they would overlap entirely.
 */
final class Windows {

  private Windows() {}

  /**
   * Their places in network pixels.
   *
   * @param size of the photo in network pixels
   * @param side of a window in network pixels; a window may reach over the border of a small photo
   * @param count the most windows, a square number
   * @param alignment their corners are multiples of it
   */
  static List<Region> of(Size size, int side, int count, int alignment) {
    int most = Math.max(1, (int) Math.sqrt(count));
    List<Region> windows = new ArrayList<>();
    for (int y : starts(size.height(), side, most, alignment)) {
      for (int x : starts(size.width(), side, most, alignment)) {
        windows.add(new Region(x, y, side, side));
      }
    }
    return windows;
  }

  private static int[] starts(int length, int side, int most, int alignment) {
    if (length <= side) {
      return new int[] {0};
    }
    int n = Math.min(most, Math.ceilDiv(length, side));
    int[] starts = new int[n];
    for (int i = 0; i < n; i++) {
      long even = n == 1 ? 0 : (long) (length - side) * i / (n - 1);
      starts[i] = (int) even / alignment * alignment;
    }
    return starts;
  }
}
