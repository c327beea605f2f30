package hyperlumen.ui.image;

import hyperlumen.photo.Region;
import java.util.Optional;

/**
 * What is looked at, told from the pieces that are asked for: a view is painted piece by piece, so
 * pieces asked for shortly after one another belong together. Thread-safe.
 */
final class Looks {

  /** Longer than a painting takes, shorter than the time between two looks. */
  private static final long TOGETHER_NANOS = 300_000_000;

  private Region view;
  private long first;

  /** Somebody asked for a piece, at a time of {@link System#nanoTime}. */
  synchronized void add(Region piece, long nanos) {
    if (view == null || nanos - first > TOGETHER_NANOS) {
      view = piece;
      first = nanos;
      return;
    }
    int x = Math.min(view.x(), piece.x());
    int y = Math.min(view.y(), piece.y());
    view =
        new Region(
            x, y, Math.max(view.endX(), piece.endX()) - x, Math.max(view.endY(), piece.endY()) - y);
  }

  /** The box around the last pieces that belong together. */
  synchronized Optional<Region> last() {
    return Optional.ofNullable(view);
  }
}
