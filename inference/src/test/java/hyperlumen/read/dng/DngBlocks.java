package hyperlumen.read.dng;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cuts a picture's rows into strips or tiles and writes them, compressed as a layout says. */
final class DngBlocks {

  private final DngLayout layout;
  private final Size size;
  private final int channels;
  private final int bits;
  private final ByteOrder order;

  DngBlocks(DngLayout layout) {
    this.layout = layout;
    size = layout.size();
    channels = layout.channels();
    bits = layout.bits();
    order = layout.order();
  }

  /** Puts what a reader must know of the samples into their directory. */
  void describe(TiffOut.Ifd raw, Cfa cfa) {
    raw.integers(254, TiffOut.LONG, 0)
        .integers(256, TiffOut.LONG, size.width())
        .integers(257, TiffOut.LONG, size.height())
        .integers(
            258, TiffOut.SHORT, channels == 1 ? new long[] {bits} : new long[] {bits, bits, bits})
        .integers(259, TiffOut.SHORT, layout.compression())
        .integers(262, TiffOut.SHORT, channels == 1 ? 32803 : 34892)
        .integers(277, TiffOut.SHORT, channels)
        .integers(284, TiffOut.SHORT, 1);
    if (layout.isFloat()) {
      raw.integers(339, TiffOut.SHORT, 3);
    }
    if (layout.compression() == 8) {
      raw.integers(317, TiffOut.SHORT, layout.predictor());
    }
    if (channels == 1) {
      raw.integers(DngTag.CFA_REPEAT_PATTERN_DIM, TiffOut.SHORT, 2, 2)
          .integers(
              DngTag.CFA_PATTERN,
              TiffOut.BYTE,
              cfa.colour(0, 0),
              cfa.colour(0, 1),
              cfa.colour(1, 0),
              cfa.colour(1, 1));
    }
  }

  /** Writes all blocks, and where they are into {@code raw}. */
  void write(TiffOut out, TiffOut.Ifd raw, DngRows rows) throws IOException {
    boolean tiled = layout.tiled();
    int width = layout.blockWidth();
    int height = layout.blockHeight();
    int across = (size.width() + width - 1) / width;
    int down = (size.height() + height - 1) / height;
    long[] offsets = new long[across * down];
    long[] lengths = new long[across * down];
    int line = size.width() * channels;
    int[] row = new int[line];
    int[] band = new int[Math.multiplyExact(line, height)];
    int[] block = new int[width * channels * height];
    for (int by = 0; by < down; by++) {
      int present = Math.min(height, size.height() - by * height);
      for (int y = 0; y < present; y++) {
        rows.row(by * height + y, row);
        System.arraycopy(row, 0, band, y * line, line);
      }
      int blockRows = tiled ? height : present;
      for (int bx = 0; bx < across; bx++) {
        cut(band, bx * width, present, block, width, blockRows);
        byte[] bytes = encode(block, width * channels, blockRows);
        offsets[by * across + bx] = out.append(bytes);
        lengths[by * across + bx] = bytes.length;
      }
    }
    int type = layout.bigTiff() ? TiffOut.LONG8 : TiffOut.LONG;
    raw.integers(tiled ? 324 : 273, type, offsets).integers(tiled ? 325 : 279, type, lengths);
    if (tiled) {
      raw.integers(322, TiffOut.LONG, width).integers(323, TiffOut.LONG, height);
    } else {
      raw.integers(278, TiffOut.LONG, height);
    }
  }

  /** Cuts a block out of a band; beyond the picture's edges the last samples are repeated. */
  private void cut(int[] band, int x, int present, int[] block, int width, int rows) {
    for (int y = 0; y < rows; y++) {
      for (int i = 0; i < width; i++) {
        int column = Math.min(x + i, size.width() - 1);
        for (int c = 0; c < channels; c++) {
          block[(y * width + i) * channels + c] =
              band[(Math.min(y, present - 1) * size.width() + column) * channels + c];
        }
      }
    }
  }

  private byte[] encode(int[] block, int line, int rows) {
    if (layout.compression() == 7) {
      return new LosslessJpegEncoder(
              layout.jpegComponents(), bits, layout.predictor(), layout.restartLines())
          .encode(block, line * layout.jpegLinesJoined(), rows / layout.jpegLinesJoined());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int pixels =
        switch (layout.compression() == 8 ? layout.predictor() : 1) {
          case 2, 3 -> 1;
          case 34892, 34894 -> 2;
          case 34893, 34895 -> 4;
          default -> 0;
        };
    for (int y = 0; y < rows; y++) {
      if (pixels > 0 && layout.isFloat()) {
        out.writeBytes(SamplePacker.floatPlanes(block, y * line, line, bits, pixels * channels));
        continue;
      }
      if (pixels > 0) {
        SamplePacker.difference(block, y * line, line, pixels * channels);
      }
      out.writeBytes(SamplePacker.pack(block, y * line, line, bits, order, layout.isFloat()));
    }
    return layout.compression() == 8 ? SamplePacker.deflate(out.toByteArray()) : out.toByteArray();
  }

  /** The main directory with a small grey picture, as converters write for viewers. */
  static TiffOut.Ifd preview(TiffOut out, ByteOrder order) throws IOException {
    byte[] grey = new byte[16 * 12 * 3];
    Arrays.fill(grey, (byte) 128);
    long at = out.append(grey);
    return new TiffOut.Ifd(order)
        .integers(254, TiffOut.LONG, 1)
        .integers(256, TiffOut.LONG, 16)
        .integers(257, TiffOut.LONG, 12)
        .integers(258, TiffOut.SHORT, 8, 8, 8)
        .integers(259, TiffOut.SHORT, 1)
        .integers(262, TiffOut.SHORT, 2)
        .integers(273, TiffOut.LONG, at)
        .integers(277, TiffOut.SHORT, 3)
        .integers(278, TiffOut.LONG, 12)
        .integers(279, TiffOut.LONG, grey.length);
  }
}
