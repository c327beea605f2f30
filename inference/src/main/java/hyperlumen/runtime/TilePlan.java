package hyperlumen.runtime;

import hyperlumen.network.Halo;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * How a picture is cut into tiles of one size: column c and row r of the grid keep the network
 * pixels [c * step, (c + 1) * step) x [r * step, ...), computed from a tile that reaches the halo
 * further on every side.
 *
 * @param packed the picture's size in network pixels
 * @param stepX network pixels that a tile keeps across, a multiple of the alignment
 * @param stepY network pixels that a tile keeps down, a multiple of the alignment
 * @param halo network pixels around them
 * @param factor photo pixels per network pixel
 */
public record TilePlan(Size packed, int stepX, int stepY, int halo, int factor) {

  /**
   * The plan whose tiles, halo included, have about {@code side} network pixels: as many tiles as
   * that needs, then all of the same size, so that little hangs over the border.
   *
   * @param picture in photo pixels
   */
  static TilePlan of(Size picture, Halo halo, int side) {
    int factor = halo.packingFactor();
    Size packed =
        new Size(Math.ceilDiv(picture.width(), factor), Math.ceilDiv(picture.height(), factor));
    int keep = Math.max(halo.alignment(), side - 2 * halo.halo());
    return new TilePlan(
        packed,
        step(packed.width(), keep, halo.alignment()),
        step(packed.height(), keep, halo.alignment()),
        halo.halo(),
        factor);
  }

  /**
   * The plan whose tiles, halo included, have exactly {@code side} network pixels, for networks
   * that take no other.
   */
  static TilePlan exactly(Size picture, Halo halo, int side) {
    int factor = halo.packingFactor();
    Size packed =
        new Size(Math.ceilDiv(picture.width(), factor), Math.ceilDiv(picture.height(), factor));
    int step = side - 2 * halo.halo();
    if (step < 1) {
      throw new IllegalArgumentException("a tile of " + side + " is all halo");
    }
    return new TilePlan(packed, step, step, halo.halo(), factor);
  }

  private static int step(int length, int keep, int alignment) {
    int count = Math.ceilDiv(length, keep);
    int even = Math.ceilDiv(length, count);
    return Math.ceilDiv(even, alignment) * alignment;
  }

  /** Tiles in a row. */
  public int columns() {
    return Math.ceilDiv(packed.width(), stepX);
  }

  /** Rows of tiles. */
  public int rows() {
    return Math.ceilDiv(packed.height(), stepY);
  }

  /** Tiles in all. */
  public int count() {
    return columns() * rows();
  }

  /** Size of every tile, halo included, in network pixels. */
  public Size tile() {
    return new Size(stepX + 2 * halo, stepY + 2 * halo);
  }

  /** Input region of a tile in network pixels; reaches over the border. */
  Region input(int column, int row) {
    return new Region(
        column * stepX - halo, row * stepY - halo, stepX + 2 * halo, stepY + 2 * halo);
  }

  /** What a tile keeps, in photo pixels, cut off at the picture's end. */
  public Region kept(int column, int row, Size picture) {
    int x = column * stepX * factor;
    int y = row * stepY * factor;
    return new Region(
        x,
        y,
        Math.min(stepX * factor, picture.width() - x),
        Math.min(stepY * factor, picture.height() - y));
  }

  /** Network pixels that are computed, halos included. */
  public double executedPixels() {
    return (double) count() * tile().pixels();
  }
}
