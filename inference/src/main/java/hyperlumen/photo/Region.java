package hyperlumen.photo;

/**
 * The half-open rectangle [x, x + width) x [y, y + height) in pixels; x and y may be negative where
 * a halo reaches over the border.
 *
 * @param x first column
 * @param y first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Region(int x, int y, int width, int height) {

  public Region {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("region " + width + "x" + height + " is empty");
    }
  }

  /** First column behind the region. */
  public int endX() {
    return x + width;
  }

  /** First row behind the region. */
  public int endY() {
    return y + height;
  }

  /** Number of pixels. */
  public long pixels() {
    return (long) width * height;
  }

  /** Its width and height. */
  public Size size() {
    return new Size(width, height);
  }

  /** Whether {@code inner} lies wholly inside this region. */
  public boolean contains(Region inner) {
    return inner.x >= x && inner.y >= y && inner.endX() <= endX() && inner.endY() <= endY();
  }

  /** Whether both have a pixel in common. */
  public boolean intersects(Region other) {
    return other.x < endX() && x < other.endX() && other.y < endY() && y < other.endY();
  }

  /** The same rectangle moved by (dx, dy). */
  public Region moved(int dx, int dy) {
    return new Region(x + dx, y + dy, width, height);
  }

  /** The rectangle grown by {@code margin} pixels on all four sides. */
  public Region grown(int margin) {
    return new Region(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  @Override
  public String toString() {
    return width + "x" + height + "+" + x + "+" + y;
  }
}
