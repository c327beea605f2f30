package hyperlumen.network;

/**
 * How far around a tile a network looks, and the grid its tiles lie on.
 *
 * <p>Both are given in the network's input pixels and in photo pixels; they differ by the packing
 * factor (2 for packed networks). A tile whose borders lie on the grid and whose input is widened
 * by the halo on every side gives the same numbers as the whole photo.
 *
 * @param reach exact number of network pixels needed beyond a tile's border, on the worse side
 * @param alignment tile borders are multiples of this, in network pixels
 * @param packingFactor photo pixels per network pixel along each axis
 */
public record Halo(int reach, int alignment, int packingFactor) {

  public Halo {
    if (reach < 0 || alignment < 1 || packingFactor < 1) {
      throw new IllegalArgumentException(
          "reach " + reach + ", alignment " + alignment + ", packing " + packingFactor);
    }
  }

  /** Network pixels added on every side of a tile: the reach rounded up to the grid. */
  public int halo() {
    return Math.ceilDiv(reach, alignment) * alignment;
  }

  /** Photo pixels added on every side of a tile. */
  public int photoHalo() {
    return halo() * packingFactor;
  }

  /** Tile borders are multiples of this, in photo pixels. */
  public int photoAlignment() {
    return alignment * packingFactor;
  }
}
