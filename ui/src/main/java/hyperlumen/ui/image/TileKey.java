package hyperlumen.ui.image;

import hyperlumen.photo.Region;

/**
 * The place of a tile: pixels [256 column, 256 column + 256) x [256 row, ...) of the picture
 * reduced by 2^level.
 *
 * @param level 0 for the picture itself
 * @param column from the left, from 0
 * @param row from the top, from 0
 */
public record TileKey(int level, int column, int row) {

  /** The tile of the next coarser level that covers this one. */
  public TileKey parent() {
    return new TileKey(level + 1, column >> 1, row >> 1);
  }

  /** Whether the tile shows anything of {@code region}, in pixels of level 0. */
  boolean touches(Region region) {
    long side = (long) TilePyramid.TILE << level;
    return region.x() < (column + 1) * side
        && region.endX() > column * side
        && region.y() < (row + 1) * side
        && region.endY() > row * side;
  }
}
