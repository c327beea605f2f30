package hyperlumen.runtime;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tile is run next: of those that somebody looks at the one nearest to the middle of the
 * view; when all of these are done, the nearest of the others, so that the picture grows outwards.
 * Thread-safe.
 */
final class TileOrder {

  /** Place of a tile in the plan's grid. */
  record Tile(int column, int row) {}

  private final TilePlan plan;
  private final Size picture;
  private final List<Tile> waiting = new ArrayList<>();

  /**
   * All tiles wait.
   *
   * @param picture in photo pixels
   */
  TileOrder(TilePlan plan, Size picture) {
    this.plan = plan;
    this.picture = picture;
    for (int row = 0; row < plan.rows(); row++) {
      for (int column = 0; column < plan.columns(); column++) {
        waiting.add(new Tile(column, row));
      }
    }
  }

  /**
   * Takes the next tile; empty when there is none left.
   *
   * @param view what is looked at now, in the picture's pixels
   */
  synchronized Optional<Tile> next(Region view) {
    Tile best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Tile tile : waiting) {
      double distance = distance(plan.kept(tile.column(), tile.row(), picture), view);
      if (distance < least) {
        best = tile;
        least = distance;
      }
    }
    waiting.remove(best);
    return Optional.ofNullable(best);
  }

  /** Square of the middles' distance; any tile in view comes before any that is not. */
  private double distance(Region tile, Region view) {
    double dx = tile.x() + tile.width() / 2.0 - view.x() - view.width() / 2.0;
    double dy = tile.y() + tile.height() / 2.0 - view.y() - view.height() / 2.0;
    boolean seen =
        tile.x() < view.endX()
            && view.x() < tile.endX()
            && tile.y() < view.endY()
            && view.y() < tile.endY();
    double far = (double) picture.width() + picture.height();
    return dx * dx + dy * dy + (seen ? 0 : 4 * far * far);
  }
}
