package hyperlumen.write;

import hyperlumen.photo.PhotoException;

/**
 * Encodes one band at a time and keeps its buffers for the next one. One thread fills {@link #raw},
 * another encodes, and the first one writes; never two at once.
 */
interface BandEncoder extends AutoCloseable {

  /** Receives the band's samples as bytes, row by row. */
  byte[] raw();

  /**
   * Receives the row above the band, for those that look up; zeros above the first row. An empty
   * array means that it is not wanted.
   */
  byte[] above();

  /** Encodes {@code rows} rows of {@link #raw}; {@code last} says that no band follows. */
  void encode(int rows, boolean last);

  /** Writes what was encoded; called in the order of the bands. */
  void write(AtomicFile file) throws PhotoException;

  @Override
  void close();
}
