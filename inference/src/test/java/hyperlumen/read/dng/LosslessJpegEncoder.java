package hyperlumen.read.dng;

import java.io.ByteArrayOutputStream;

/**
 * Lossless JPEG (T.81 annex H) of a stream of interleaved samples.
 *
 * @param components 1 to 4, each with its own Huffman table
 * @param precision bits per sample
 * @param predictor 1 to 7
 * @param restartLines lines between restart markers, 0 for none
 */
record LosslessJpegEncoder(int components, int precision, int predictor, int restartLines) {

  /** Encodes {@code height} lines of {@code lineSamples} samples, all components together. */
  byte[] encode(int[] samples, int lineSamples, int height) {
    long[][] frequencies = new long[components][17];
    for (int i = 0; i < lineSamples * height; i++) {
      frequencies[i % lineSamples % components][category(difference(samples, i, lineSamples))]++;
    }
    HuffmanCode[] codes = new HuffmanCode[components];
    for (int c = 0; c < components; c++) {
      codes[c] = new HuffmanCode(frequencies[c]);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(lineSamples * height * 2);
    header(out, lineSamples / components, height, codes);
    BitSink bits = new BitSink(out);
    for (int y = 0; y < height; y++) {
      if (restartLines > 0 && y > 0 && y % restartLines == 0) {
        bits.flush();
        out.write(0xff);
        out.write(0xd0 + (y / restartLines - 1) % 8);
      }
      for (int x = 0; x < lineSamples; x++) {
        int difference = difference(samples, y * lineSamples + x, lineSamples);
        int category = category(difference);
        HuffmanCode code = codes[x % components];
        bits.put(code.codes[category], code.lengths[category]);
        if (category > 0 && category < 16) {
          bits.put(difference < 0 ? difference - 1 : difference, category);
        }
      }
    }
    bits.flush();
    out.write(0xff);
    out.write(0xd9);
    return out.toByteArray();
  }

  /** Sample minus prediction, modulo 2^16, in -32767 to 32768. */
  private int difference(int[] samples, int i, int lineSamples) {
    int y = i / lineSamples;
    boolean firstColumn = i % lineSamples < components;
    boolean fresh = y == 0 || (restartLines > 0 && y % restartLines == 0);
    int prediction;
    if (firstColumn) {
      prediction = fresh ? 1 << (precision - 1) : samples[i - lineSamples];
    } else if (fresh) {
      prediction = samples[i - components];
    } else {
      int a = samples[i - components];
      int b = samples[i - lineSamples];
      int c = samples[i - lineSamples - components];
      prediction =
          switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + ((b - c) >> 1);
            case 6 -> b + ((a - c) >> 1);
            default -> (a + b) >> 1;
          };
    }
    int difference = (short) (samples[i] - prediction);
    return difference == -32768 ? 32768 : difference;
  }

  private static int category(int difference) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
  }

  private void header(ByteArrayOutputStream out, int width, int height, HuffmanCode[] codes) {
    segment(out, 0xd8);
    segment(out, 0xc3, 8 + 3 * components);
    out.write(precision);
    put16(out, height);
    put16(out, width);
    out.write(components);
    for (int c = 0; c < components; c++) {
      out.write(c + 1);
      out.write(0x11);
      out.write(0);
    }
    for (int c = 0; c < components; c++) {
      segment(out, 0xc4, 19 + codes[c].symbols.length);
      out.write(c);
      for (int count : codes[c].counts) {
        out.write(count);
      }
      out.writeBytes(codes[c].symbols);
    }
    if (restartLines > 0) {
      segment(out, 0xdd, 4);
      put16(out, restartLines * width);
    }
    segment(out, 0xda, 6 + 2 * components);
    out.write(components);
    for (int c = 0; c < components; c++) {
      out.write(c + 1);
      out.write(c << 4);
    }
    out.write(predictor);
    out.write(0);
    out.write(0);
  }

  private static void segment(ByteArrayOutputStream out, int marker) {
    out.write(0xff);
    out.write(marker);
  }

  private static void segment(ByteArrayOutputStream out, int marker, int length) {
    segment(out, marker);
    put16(out, length);
  }

  private static void put16(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  /** Bits, most significant first, with a zero behind every byte of ones. */
  private static final class BitSink {
    private final ByteArrayOutputStream out;
    private long buffer;
    private int filled;

    BitSink(ByteArrayOutputStream out) {
      this.out = out;
    }

    void put(int value, int count) {
      buffer = buffer << count | (value & ((1L << count) - 1));
      filled += count;
      while (filled >= 8) {
        filled -= 8;
        int next = (int) (buffer >>> filled) & 0xff;
        out.write(next);
        if (next == 0xff) {
          out.write(0);
        }
      }
    }

    void flush() {
      if (filled > 0) {
        put(0x7f, 8 - filled);
      }
    }
  }
}
