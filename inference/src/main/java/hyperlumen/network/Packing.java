package hyperlumen.network;

/** How photo pixels become the planes of a network's input. */
public enum Packing {
  /** Red, green, blue at the photo's size. */
  RGB(1, 3),
  /** 2x2 photo pixels in one: plane 4c + 2dy + dx holds channel c of pixel (2y + dy, 2x + dx). */
  RGB_2X2(2, 12),
  /** One Bayer cell in one: planes R, Gr, Gb, B of an RGGB cell. */
  BAYER(2, 4);

  private final int factor;
  private final int planes;

  Packing(int factor, int planes) {
    this.factor = factor;
    this.planes = planes;
  }

  /** Photo pixels per network pixel along each axis: 1 or 2. */
  public int factor() {
    return factor;
  }

  /** Planes of the network's input. */
  public int planes() {
    return planes;
  }
}
