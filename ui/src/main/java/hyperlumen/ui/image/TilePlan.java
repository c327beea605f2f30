package hyperlumen.ui.image;

import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.List;

/**
 * How a network cut a picture into tiles, in the upright picture's pixels.
 *
 * @param picture the size of the picture that was cut
 * @param tiles what each tile gave, in the order in which they ran
 * @param halo rows and columns around a tile that were computed and thrown away
 */
public record TilePlan(Size picture, List<Region> tiles, int halo) {

  public TilePlan {
    tiles = List.copyOf(tiles);
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
