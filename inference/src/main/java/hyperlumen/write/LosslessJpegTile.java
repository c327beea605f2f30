package hyperlumen.write;

import java.util.Arrays;

/**
 * Lossless JPEG of one tile (T.81, process 14, annex H): three interleaved components of 16 bits,
 * predictor 1, one Huffman table made for the tile. Its buffers are kept for the next tile; not
 * thread-safe.
 */
final class LosslessJpegTile {

  private static final int COMPONENTS = 3;
  private static final int PRECISION = 16;

  private final int width;
  private final int height;
  private final short[] samples;
  private final short[] differences;
  private byte[] bytes = new byte[1 << 16];
  private int length;
  private long buffer;
  private int filled;

  /** Tiles of {@code width} x {@code height} pixels. */
  LosslessJpegTile(int width, int height) {
    this.width = width;
    this.height = height;
    samples = new short[Math.multiplyExact(width * COMPONENTS, height)];
    differences = new short[samples.length];
  }

  /**
   * Encodes a tile; what it has beyond the picture's edge repeats the last column and row.
   *
   * @param raw little-endian 16-bit samples, row by row
   * @param rowBytes bytes of a row of {@code raw}
   * @param x first column of the tile
   * @param columns columns of the picture in it, at least 1
   * @param rows rows of {@code raw} that are filled, at least 1
   * @return a copy of the JPEG stream
   */
  byte[] encode(byte[] raw, int rowBytes, int x, int columns, int rows) {
    load(raw, rowBytes, x, columns, rows);
    long[] frequencies = new long[HuffmanLengths.CATEGORIES];
    predict(frequencies);
    HuffmanLengths code = new HuffmanLengths(frequencies);
    length = 0;
    header(code);
    for (short difference : differences) {
      int category = category(difference);
      put(code.code(category), code.length(category));
      if (category > 0 && category < PRECISION) {
        put(difference < 0 ? difference - 1 : difference, category);
      }
    }
    if (filled > 0) {
      put(0x7f, 8 - filled);
    }
    marker(0xd9);
    return Arrays.copyOf(bytes, length);
  }

  private void load(byte[] raw, int rowBytes, int x, int columns, int rows) {
    int line = width * COMPONENTS;
    for (int y = 0; y < height; y++) {
      int to = y * line;
      if (y >= rows) {
        System.arraycopy(samples, to - line, samples, to, line);
        continue;
      }
      int from = y * rowBytes + x * COMPONENTS * 2;
      for (int i = 0; i < columns * COMPONENTS; i++) {
        samples[to + i] = (short) ((raw[from + 2 * i] & 0xff) | raw[from + 2 * i + 1] << 8);
      }
      for (int i = columns * COMPONENTS; i < line; i++) {
        samples[to + i] = samples[to + i - COMPONENTS];
      }
    }
  }

  /** Differences modulo 2^16; -32768 stands for 32768, whose category has no further bits. */
  private void predict(long[] frequencies) {
    int line = width * COMPONENTS;
    for (int y = 0; y < height; y++) {
      int from = y * line;
      for (int i = 0; i < line; i++) {
        int prediction;
        if (i >= COMPONENTS) {
          prediction = samples[from + i - COMPONENTS];
        } else {
          prediction = y > 0 ? samples[from - line + i] : 1 << (PRECISION - 1);
        }
        short difference = (short) (samples[from + i] - prediction);
        differences[from + i] = difference;
        frequencies[category(difference)]++;
      }
    }
  }

  private static int category(short difference) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
  }

  private void header(HuffmanLengths code) {
    marker(0xd8);
    marker(0xc3);
    put16(8 + 3 * COMPONENTS);
    append(PRECISION);
    put16(height);
    put16(width);
    append(COMPONENTS);
    for (int c = 0; c < COMPONENTS; c++) {
      append(c);
      append(0x11);
      append(0);
    }
    marker(0xc4);
    byte[] symbols = code.symbols();
    put16(19 + symbols.length);
    append(0);
    for (int count : code.counts()) {
      append(count);
    }
    for (byte symbol : symbols) {
      append(symbol);
    }
    marker(0xda);
    put16(6 + 2 * COMPONENTS);
    append(COMPONENTS);
    for (int c = 0; c < COMPONENTS; c++) {
      append(c);
      append(0);
    }
    append(1);
    append(0);
    append(0);
  }

  private void marker(int code) {
    append(0xff);
    append(code);
  }

  private void put16(int value) {
    append(value >> 8);
    append(value);
  }

  /** Bits, most significant first, with a zero behind every byte of ones (T.81, F.1.2.3). */
  private void put(int value, int count) {
    buffer = buffer << count | (value & ((1L << count) - 1));
    filled += count;
    while (filled >= 8) {
      filled -= 8;
      int next = (int) (buffer >>> filled) & 0xff;
      append(next);
      if (next == 0xff) {
        append(0);
      }
    }
  }

  private void append(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[length++] = (byte) value;
  }
}
