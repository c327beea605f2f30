package hyperlumen.ui.viewer;

import hyperlumen.photo.Size;
import hyperlumen.ui.image.Tile;
import hyperlumen.ui.image.TileKey;
import hyperlumen.ui.image.TilePyramid;
import java.util.Arrays;

/**
 * Paints the visible part of a pyramid into a window-sized buffer: nearest neighbour from 100 % on
 * and at exact powers of two, bilinear in the next finer level between them.
 *
 * <p>Never waits for a tile: where one is missing the nearest coarser one stands in, and the tile
 * is asked for. Keeps its working memory between calls; one instance per thread.
 */
final class PicturePainter {

  private static final double TOLERANCE = 1e-9;
  private static final int TILE = TilePyramid.TILE;

  private int[] level = new int[0];
  private int[] columns = new int[0];
  private int[] columnWeights = new int[0];

  /**
   * Fills {@code target} with width x height pixels 0xAARRGGBB; 0 outside the picture.
   *
   * @return whether every tile was there and up to date
   */
  boolean paint(TilePyramid pyramid, View view, int width, int height, int[] target) {
    int depth = levelFor(view.zoom(), pyramid.levels());
    double scale = view.zoom() * (1 << depth);
    double originX = view.originX() / (1 << depth);
    double originY = view.originY() / (1 << depth);
    Size size = pyramid.levelSize(depth);
    int left = Math.clamp((long) Math.floor(originX - 1), 0, size.width() - 1);
    int top = Math.clamp((long) Math.floor(originY - 1), 0, size.height() - 1);
    int right = Math.clamp((long) Math.ceil(originX + width / scale + 1), left + 1, size.width());
    int bottom = Math.clamp((long) Math.ceil(originY + height / scale + 1), top + 1, size.height());
    boolean complete = gather(pyramid, depth, left, top, right, bottom);

    double pictureWidth = (double) pyramid.levelSize(0).width() / (1 << depth);
    double pictureHeight = (double) pyramid.levelSize(0).height() / (1 << depth);
    int first = firstInside(originX, scale, width);
    int behind = firstBehind(originX, scale, width, pictureWidth);
    int firstRow = firstInside(originY, scale, height);
    int behindRow = firstBehind(originY, scale, height, pictureHeight);
    Arrays.fill(target, 0, firstRow * width, 0);
    Arrays.fill(target, behindRow * width, height * width, 0);
    boolean nearest = scale >= 1 - TOLERANCE;
    prepareColumns(width, originX, scale, left, right - left, nearest);
    for (int y = firstRow; y < behindRow; y++) {
      Arrays.fill(target, y * width, y * width + first, 0);
      Arrays.fill(target, y * width + behind, (y + 1) * width, 0);
      if (nearest) {
        int row = Math.clamp((long) Math.floor(originY + (y + .5) / scale), top, bottom - 1) - top;
        nearestRow(row * (right - left), target, y * width, first, behind);
      } else {
        double v = Math.clamp(originY + (y + .5) / scale - .5 - top, 0, bottom - 1 - top);
        int row = (int) v;
        int below = Math.min(row + 1, bottom - 1 - top);
        int weight = (int) ((v - row) * 256);
        bilinearRow(
            row * (right - left), below * (right - left), weight, target, y * width, first, behind);
      }
    }
    return complete;
  }

  /** The coarsest level that still has at least one pixel per device pixel. */
  static int levelFor(double zoom, int levels) {
    if (zoom >= 1) {
      return 0;
    }
    return Math.min(levels - 1, (int) Math.floor(-Math.log(zoom) / Math.log(2) + TOLERANCE));
  }

  private static int firstInside(double origin, double scale, int length) {
    return (int) Math.clamp(Math.ceil(-origin * scale - .5 - TOLERANCE), 0, length);
  }

  private static int firstBehind(double origin, double scale, int length, double end) {
    return (int) Math.clamp(Math.ceil((end - origin) * scale - .5 - TOLERANCE), 0, length);
  }

  private void prepareColumns(
      int width, double origin, double scale, int left, int count, boolean nearest) {
    if (columns.length < width) {
      columns = new int[width];
      columnWeights = new int[width];
    }
    for (int x = 0; x < width; x++) {
      double u = origin + (x + .5) / scale - left - (nearest ? 0 : .5);
      double inside = Math.clamp(u, 0, count - 1);
      columns[x] = (int) inside;
      columnWeights[x] = columns[x] + 1 < count ? (int) ((inside - columns[x]) * 256) : 0;
    }
  }

  private void nearestRow(int from, int[] target, int to, int first, int behind) {
    for (int x = first; x < behind; x++) {
      target[to + x] = level[from + columns[x]];
    }
  }

  private void bilinearRow(
      int upper, int lower, int weight, int[] target, int to, int first, int behind) {
    for (int x = first; x < behind; x++) {
      int u = columns[x];
      int next = columnWeights[x] == 0 ? u : u + 1;
      int a = mix(level[upper + u], level[upper + next], columnWeights[x]);
      int b = mix(level[lower + u], level[lower + next], columnWeights[x]);
      target[to + x] = mix(a, b, weight);
    }
  }

  /** a + (b - a) weight / 256 for each of the four channels. */
  static int mix(int a, int b, int weight) {
    int keep = 256 - weight;
    int redBlue = (a & 0xff00ff) * keep + (b & 0xff00ff) * weight + 0x800080;
    int alphaGreen = (a >>> 8 & 0xff00ff) * keep + (b >>> 8 & 0xff00ff) * weight + 0x800080;
    return (redBlue >>> 8 & 0xff00ff) | (alphaGreen & 0xff00ff00);
  }

  /** Copies the level's region into {@link #level}, tile by tile. */
  private boolean gather(TilePyramid pyramid, int depth, int left, int top, int right, int bottom) {
    int width = right - left;
    int needed = width * (bottom - top);
    if (level.length < needed) {
      level = new int[needed];
    }
    boolean complete = true;
    for (int row = top / TILE; row <= (bottom - 1) / TILE; row++) {
      for (int column = left / TILE; column <= (right - 1) / TILE; column++) {
        TileKey key = new TileKey(depth, column, row);
        Tile tile = pyramid.ready(key);
        if (tile == null || tile.stale()) {
          complete = false;
          pyramid.want(key);
        }
        int x0 = Math.max(left, column * TILE);
        int x1 = Math.min(right, (column + 1) * TILE);
        int y0 = Math.max(top, row * TILE);
        int y1 = Math.min(bottom, (row + 1) * TILE);
        if (tile != null) {
          for (int y = y0; y < y1; y++) {
            System.arraycopy(
                tile.argb(),
                (y - row * TILE) * tile.width() + x0 - column * TILE,
                level,
                (y - top) * width + x0 - left,
                x1 - x0);
          }
        } else {
          standIn(pyramid, key, x0, y0, x1, y1, left, top, width);
        }
      }
    }
    return complete;
  }

  /** Fills the place of a missing tile from the nearest coarser one that is there, or with 0. */
  private void standIn(
      TilePyramid pyramid,
      TileKey missing,
      int x0,
      int y0,
      int x1,
      int y1,
      int left,
      int top,
      int width) {
    TileKey key = missing;
    Tile coarse = null;
    int shift = 0;
    while (coarse == null && key.level() + 1 < pyramid.levels()) {
      key = key.parent();
      shift++;
      coarse = pyramid.ready(key);
    }
    for (int y = y0; y < y1; y++) {
      int to = (y - top) * width - left;
      if (coarse == null) {
        Arrays.fill(level, to + x0, to + x1, 0);
      } else {
        int from = ((y >> shift) - key.row() * TILE) * coarse.width() - key.column() * TILE;
        for (int x = x0; x < x1; x++) {
          level[to + x] = coarse.argb()[from + (x >> shift)];
        }
      }
    }
  }
}
