package hyperlumen.photo;

/**
 * How stored rows and columns are turned to be upright: the EXIF orientation tag 0x0112, values 1
 * to 8 (EXIF 2.32, 4.6.4 A).
 */
public enum Orientation {
  NORMAL(1, false, false, false),
  FLIP_HORIZONTAL(2, false, true, false),
  ROTATE_180(3, false, true, true),
  FLIP_VERTICAL(4, false, false, true),
  TRANSPOSE(5, true, false, false),
  ROTATE_90(6, true, true, false),
  TRANSVERSE(7, true, true, true),
  ROTATE_270(8, true, false, true);

  private final int exif;
  private final boolean transposed;
  private final boolean mirroredX;
  private final boolean mirroredY;

  Orientation(int exif, boolean transposed, boolean mirroredX, boolean mirroredY) {
    this.exif = exif;
    this.transposed = transposed;
    this.mirroredX = mirroredX;
    this.mirroredY = mirroredY;
  }

  /** The orientation with EXIF value 1 to 8; anything else is {@link #NORMAL}. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : NORMAL;
  }

  /** The EXIF value, 1 to 8. */
  public int exif() {
    return exif;
  }

  /** Whether upright width and height are the stored height and width. */
  public boolean transposes() {
    return transposed;
  }

  /** The size of the upright picture. */
  public Size upright(Size stored) {
    return transposed ? stored.transposed() : stored;
  }

  /** The stored column of the upright pixel (x, y). */
  public int storedX(int x, int y, Size stored) {
    int along = transposed ? y : x;
    boolean mirror = transposed ? mirroredY : mirroredX;
    return mirror ? stored.width() - 1 - along : along;
  }

  /** The stored row of the upright pixel (x, y). */
  public int storedY(int x, int y, Size stored) {
    int along = transposed ? x : y;
    boolean mirror = transposed ? mirroredX : mirroredY;
    return mirror ? stored.height() - 1 - along : along;
  }
}
