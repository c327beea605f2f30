package hyperlumen.ui.service;

import hyperlumen.photo.Orientation;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.ui.image.TilePlan;
import java.util.ArrayList;
import java.util.List;

/** The tiles of a run where they lie in the upright picture. */
final class UprightTiles {

  private UprightTiles() {}

  /**
   * The tiles in the order in which they run: along the direction in which the picture is written.
   *
   * @param stored size of the picture before its pixels are square and it is turned upright
   * @param finished its size once they are
   */
  static TilePlan of(
      hyperlumen.runtime.TilePlan plan, Size stored, Size finished, Orientation orientation) {
    boolean byColumns = orientation.transposes();
    int strips = byColumns ? plan.columns() : plan.rows();
    int length = byColumns ? plan.rows() : plan.columns();
    List<Region> tiles = new ArrayList<>();
    for (int strip = 0; strip < strips; strip++) {
      for (int i = 0; i < length; i++) {
        Region kept = byColumns ? plan.kept(strip, i, stored) : plan.kept(i, strip, stored);
        Region square = Turning.scaled(kept, stored, finished);
        tiles.add(Turning.upright(square, orientation, finished));
      }
    }
    int halo = plan.halo() * plan.factor();
    int across = Math.round((float) halo * finished.width() / stored.width());
    int down = Math.round((float) halo * finished.height() / stored.height());
    return new TilePlan(
        orientation.upright(finished), tiles, byColumns ? down : across, byColumns ? across : down);
  }
}
