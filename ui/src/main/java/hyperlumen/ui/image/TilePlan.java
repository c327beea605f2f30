package hyperlumen.ui.image;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.List;

/**
 * How a network cut a picture into tiles, in the upright picture's pixels.
 *
 * @param picture the size of the picture that was cut
 * @param tiles what each tile gave, in the order in which they ran
 * @param haloColumns on either side of a tile that were computed and thrown away
 * @param haloRows above and below a tile that were computed and thrown away
 */
public record TilePlan(Size picture, List<Region> tiles, int haloColumns, int haloRows) {

  public TilePlan {
    tiles = List.copyOf(tiles);
  }

  /** A plan whose halo is as wide as high. */
  public TilePlan(Size picture, List<Region> tiles, int halo) {
    this(picture, tiles, halo, halo);
  }

  /** What was computed for a tile. */
  public Region computed(int tile) {
    Region kept = tiles.get(tile);
    return new Region(
        kept.x() - haloColumns,
        kept.y() - haloRows,
        kept.width() + 2 * haloColumns,
        kept.height() + 2 * haloRows);
  }

  /** The number of the tile at (x, y), from 0; -1 if there is none. */
  public int tileAt(int x, int y) {
    for (int i = 0; i < tiles.size(); i++) {
      Region tile = tiles.get(i);
      if (x >= tile.x() && y >= tile.y() && x < tile.endX() && y < tile.endY()) {
        return i;
      }
    }
    return -1;
  }
}
