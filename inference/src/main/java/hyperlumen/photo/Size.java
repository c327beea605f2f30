package hyperlumen.photo;

/**
 * Width and height in pixels, both at least 1.
 *
 * @param width columns
 * @param height rows
 */
public record Size(int width, int height) {

  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("size " + width + "x" + height + " is empty");
    }
  }

  /** Number of pixels. */
  public long pixels() {
    return (long) width * height;
  }

  /** Number of pixels in millions. */
  public double megapixels() {
    return pixels() / 1e6;
  }

  /** This size with width and height exchanged. */
  public Size transposed() {
    return new Size(height, width);
  }

  /** The region that covers all of it: origin (0, 0). */
  public Region region() {
    return new Region(0, 0, width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
