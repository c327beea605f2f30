package hyperlumen.photo;

/**
 * Raw sensor samples m(row, column) of the active area: unsigned 16-bit, after the linearisation
 * table, before black subtraction. The only thing of a RAW file that is held whole.
 *
 * @param size columns and rows of the active area
 * @param samples row by row, unsigned, length at least width * height; not copied, never written to
 */
public record Mosaic(Size size, short[] samples) {

  public Mosaic {
    if (samples.length < size.pixels()) {
      throw new IllegalArgumentException(samples.length + " samples are too few for " + size);
    }
  }

  /** The sample at (row, column), 0 to 65535. */
  public int sample(int row, int column) {
    return Short.toUnsignedInt(samples[row * size.width() + column]);
  }
}
