package hyperlumen.read.bitmap;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.Size;

/**
 * Receives unfiltered PNG rows and makes the samples of the result: palettes become RGB, depths
 * below 8 are scaled to 8 (v * 255 / (2^depth - 1)), tRNS becomes an alpha channel.
 */
final class PngSamples {

  private final PngHeader header;
  private final byte[] palette;
  private final byte[] transparency;
  private final boolean addsAlpha;
  private final int channels;
  private final byte[] samples8;
  private final short[] samples16;

  PngSamples(PngHeader header, byte[] palette, byte[] transparency) {
    this.header = header;
    this.palette = palette;
    this.transparency = transparency;
    int stored = header.storedChannels();
    boolean indexed = header.colourType() == PngHeader.PALETTE;
    addsAlpha =
        indexed
            ? transparency.length > 0
            : (stored == 1 || stored == 3) && transparency.length >= 2 * stored;
    channels = (indexed ? 3 : stored) + (addsAlpha ? 1 : 0);
    Size size = header.size();
    int count = Math.toIntExact(size.pixels() * channels);
    samples8 = new byte[header.depth() == 16 ? 0 : count];
    samples16 = new short[header.depth() == 16 ? count : 0];
  }

  int channels() {
    return channels;
  }

  IntegerSamples finish() {
    return header.depth() == 16
        ? new IntegerSamples.Samples16(header.size(), channels, samples16)
        : new IntegerSamples.Samples8(header.size(), channels, samples8);
  }

  /**
   * Takes the row {@code y}: its pixels belong in columns x, x + step, x + 2 step, ... The first
   * byte of {@code row} is not a sample.
   */
  void putRow(byte[] row, int columns, int y, int x, int step) {
    int target = (y * header.size().width() + x) * channels;
    int stride = step * channels;
    if (header.colourType() == PngHeader.PALETTE) {
      putIndexed(row, columns, target, stride);
    } else if (header.depth() == 16) {
      put16(row, columns, target, stride);
    } else if (header.depth() < 8) {
      putPacked(row, columns, target, stride);
    } else {
      put8(row, columns, target, stride);
    }
  }

  private void putIndexed(byte[] row, int columns, int start, int stride) {
    int target = start;
    for (int i = 0; i < columns; i++) {
      int index = packed(row, i);
      // An index behind the palette is an error the standard lets decoders show as black.
      boolean known = index * 3 < palette.length;
      for (int c = 0; c < 3; c++) {
        samples8[target + c] = known ? palette[index * 3 + c] : 0;
      }
      if (addsAlpha) {
        samples8[target + 3] = index < transparency.length ? transparency[index] : (byte) 255;
      }
      target += stride;
    }
  }

  private void putPacked(byte[] row, int columns, int start, int stride) {
    int scale = 255 / ((1 << header.depth()) - 1);
    int clear = addsAlpha ? transparent16(0) : -1;
    int target = start;
    for (int i = 0; i < columns; i++) {
      int value = packed(row, i);
      samples8[target] = (byte) (value * scale);
      if (addsAlpha) {
        samples8[target + 1] = (byte) (value == clear ? 0 : 255);
      }
      target += stride;
    }
  }

  private void put8(byte[] row, int columns, int start, int stride) {
    int stored = header.storedChannels();
    if (!addsAlpha && stride == stored) {
      System.arraycopy(row, 1, samples8, start, columns * stored);
      return;
    }
    int target = start;
    for (int i = 0; i < columns; i++) {
      boolean clear = addsAlpha;
      for (int c = 0; c < stored; c++) {
        byte value = row[1 + i * stored + c];
        samples8[target + c] = value;
        clear = clear && (value & 0xff) == transparent16(c);
      }
      if (addsAlpha) {
        samples8[target + stored] = (byte) (clear ? 0 : 255);
      }
      target += stride;
    }
  }

  private void put16(byte[] row, int columns, int start, int stride) {
    int stored = header.storedChannels();
    int target = start;
    int at = 1;
    for (int i = 0; i < columns; i++) {
      boolean clear = addsAlpha;
      for (int c = 0; c < stored; c++) {
        int value = (row[at] & 0xff) << 8 | (row[at + 1] & 0xff);
        samples16[target + c] = (short) value;
        clear = clear && value == transparent16(c);
        at += 2;
      }
      if (addsAlpha) {
        samples16[target + stored] = (short) (clear ? 0 : 0xffff);
      }
      target += stride;
    }
  }

  /** Component {@code c} of the colour the tRNS chunk calls transparent. */
  private int transparent16(int c) {
    return (transparency[2 * c] & 0xff) << 8 | (transparency[2 * c + 1] & 0xff);
  }

  /** Pixel {@code i} of a row of one channel with 1, 2, 4 or 8 bits, leftmost in the high bits. */
  private int packed(byte[] row, int i) {
    int depth = header.depth();
    int bit = i * depth;
    return row[1 + (bit >> 3)] >> (8 - depth - (bit & 7)) & ((1 << depth) - 1);
  }
}
