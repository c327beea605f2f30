package hyperlumen.photo;

/**
 * Planar float32 samples f(channel, row, column): one region of a picture on its way from stage to
 * stage.
 *
 * <p>Order is channel, row, column, without gaps. Values are finite and nominally in [0, 1]. The
 * buffer belongs to whoever made it; a stage writes only into the raster it was handed to fill and
 * treats every other one as read-only. Not thread-safe while it is being filled.
 */
public final class Raster {

  private final int channels;
  private final int height;
  private final int width;
  private final float[] samples;

  /** A raster of zeros. */
  public Raster(int channels, int height, int width) {
    this(channels, height, width, new float[Math.multiplyExact(channels * height, width)]);
  }

  /**
   * A raster over {@code samples}, which is not copied.
   *
   * @throws IllegalArgumentException if the array is too short for the shape
   */
  public Raster(int channels, int height, int width, float[] samples) {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "raster " + channels + "x" + height + "x" + width + " is empty");
    }
    if (samples.length < (long) channels * height * width) {
      throw new IllegalArgumentException(
          samples.length + " samples are too few for " + channels + "x" + height + "x" + width);
    }
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.samples = samples;
  }

  /** Number of planes. */
  public int channels() {
    return channels;
  }

  /** Rows of each plane. */
  public int height() {
    return height;
  }

  /** Columns of each plane. */
  public int width() {
    return width;
  }

  /** Width and height. */
  public Size size() {
    return new Size(width, height);
  }

  /** The samples themselves, order channel, row, column; not a copy. */
  public float[] samples() {
    return samples;
  }

  /** Index of sample (channel, row 0, column 0). */
  public int plane(int channel) {
    return channel * height * width;
  }

  /** Index of sample (channel, row, column). */
  public int index(int channel, int row, int column) {
    return (channel * height + row) * width + column;
  }

  /** The sample at (channel, row, column). */
  public float get(int channel, int row, int column) {
    return samples[index(channel, row, column)];
  }

  /** Sets the sample at (channel, row, column). */
  public void set(int channel, int row, int column, float value) {
    samples[index(channel, row, column)] = value;
  }

  /** Copies {@code region} of this raster to (0, 0) of {@code target}, all channels. */
  public void copyRegion(Region region, Raster target) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < region.height(); y++) {
        System.arraycopy(
            samples,
            index(c, region.y() + y, region.x()),
            target.samples,
            target.index(c, y, 0),
            region.width());
      }
    }
  }
}
