package hyperlumen.read.dng;

import hyperlumen.photo.Size;

/**
 * The stored picture while it is decoded: unsigned 16-bit samples, interleaved. Blocks write
 * disjoint places, so several threads may fill it.
 *
 * @param size columns and rows
 * @param channels samples per pixel
 * @param samples row by row
 */
record Frame(Size size, int channels, short[] samples) {

  static Frame of(Size size, int channels) {
    return new Frame(size, channels, new short[Math.toIntExact(size.pixels() * channels)]);
  }

  /** Index of the first sample of (row, column). */
  int index(int row, int column) {
    return (row * size.width() + column) * channels;
  }
}
