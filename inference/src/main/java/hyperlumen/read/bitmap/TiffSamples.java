package hyperlumen.read.bitmap;

import hyperlumen.photo.IntegerSamples;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import java.nio.ByteOrder;

/**
 * Receives the decompressed rows of a TIFF picture and makes the samples of the result: palettes
 * become RGB, depths below 8 are scaled to 8, white-is-zero is turned round, and floating point
 * maps [0, 1] to 0 to 65535, rounded to nearest, what lies outside clipped. Rows at different
 * places may come from several threads.
 */
final class TiffSamples {

  private static final int COLOR_MAP = 320;

  private final TiffLayout layout;
  private final boolean big;
  private final byte[] palette;
  private final int channels;
  private final byte[] samples8;
  private final short[] samples16;

  TiffSamples(TiffLayout layout, ByteOrder order, ByteView view, Directory tags)
      throws PhotoException {
    this.layout = layout;
    this.big = order == ByteOrder.BIG_ENDIAN;
    boolean indexed = layout.photometric() == TiffLayout.PALETTE;
    palette = indexed ? palette(layout, view, tags) : new byte[0];
    channels = indexed ? 3 : layout.storedChannels();
    int count = Math.toIntExact(layout.size().pixels() * channels);
    samples8 = new byte[layout.bits() > 8 ? 0 : count];
    samples16 = new short[layout.bits() > 8 ? count : 0];
  }

  int channels() {
    return channels;
  }

  IntegerSamples finish() {
    Size size = layout.size();
    if (layout.bits() > 8) {
      if (layout.associatedAlpha()) {
        Alpha.divide(samples16, channels);
      }
      return new IntegerSamples.Samples16(size, channels, samples16);
    }
    if (layout.associatedAlpha()) {
      Alpha.divide(samples8, channels);
    }
    return new IntegerSamples.Samples8(size, channels, samples8);
  }

  /** Takes {@code columns} pixels that belong at (x, y), of channel {@code plane} if planar. */
  void putRow(byte[] row, int x, int y, int columns, int plane) {
    int start = (y * layout.size().width() + x) * channels + plane;
    int rowChannels = layout.chunkChannels();
    int gap = channels - rowChannels;
    boolean inverted = layout.photometric() == TiffLayout.WHITE_IS_ZERO && plane == 0;
    if (layout.bits() < 8 || palette.length > 0) {
      putPacked(row, columns, start, inverted);
    } else if (layout.bits() == 8) {
      put8(row, columns, start, rowChannels, gap, inverted);
    } else {
      put16(row, columns, start, rowChannels, gap, inverted);
    }
  }

  private void putPacked(byte[] row, int columns, int start, boolean inverted) {
    int bits = layout.bits();
    int most = (1 << bits) - 1;
    int target = start;
    for (int i = 0; i < columns; i++) {
      int bit = i * bits;
      int value = row[bit >> 3] >> (8 - bits - (bit & 7)) & most;
      if (palette.length > 0) {
        System.arraycopy(palette, value * 3, samples8, target, 3);
        target += 3;
      } else {
        samples8[target++] = (byte) ((inverted ? most - value : value) * 255 / most);
      }
    }
  }

  private void put8(
      byte[] row, int columns, int start, int rowChannels, int gap, boolean inverted) {
    if (gap == 0) {
      System.arraycopy(row, 0, samples8, start, columns * rowChannels);
    } else {
      for (int i = 0; i < columns; i++) {
        samples8[start + i * channels] = row[i];
      }
    }
    for (int i = 0; inverted && i < columns; i++) {
      samples8[start + i * channels] = (byte) ~samples8[start + i * channels];
    }
  }

  private void put16(
      byte[] row, int columns, int start, int rowChannels, int gap, boolean inverted) {
    boolean floating = layout.bits() == 32;
    int target = start;
    int at = 0;
    for (int i = 0; i < columns; i++) {
      for (int c = 0; c < rowChannels; c++) {
        int value = floating ? rounded(row, at) : u16(row, at);
        samples16[target++] = (short) (inverted && c == 0 ? ~value : value);
        at += floating ? 4 : 2;
      }
      target += gap;
    }
  }

  private int u16(byte[] row, int at) {
    int first = row[at] & 0xff;
    int second = row[at + 1] & 0xff;
    return big ? first << 8 | second : second << 8 | first;
  }

  private int rounded(byte[] row, int at) {
    int bits = big ? u16(row, at) << 16 | u16(row, at + 2) : u16(row, at + 2) << 16 | u16(row, at);
    // Not a number becomes 0: the cast says so.
    return Math.clamp((int) (Float.intBitsToFloat(bits) * 65535.0 + 0.5), 0, 65535);
  }

  /** Red, green, blue of each entry; the file holds all reds, all greens, all blues, 16 bit. */
  private static byte[] palette(TiffLayout layout, ByteView view, Directory tags)
      throws PhotoException {
    int entries = 1 << layout.bits();
    long[] map = tags.require(COLOR_MAP, "ColorMap", view).unsignedArray(3 * 256);
    if (map.length < 3 * entries) {
      throw view.damaged("has a palette of " + map.length / 3 + " colours instead of " + entries);
    }
    long most = 0;
    for (long value : map) {
      most = Math.max(most, value);
    }
    // Some old writers stored 8-bit values; libtiff's tools take them for such, too.
    int shift = most > 255 ? 8 : 0;
    byte[] palette = new byte[3 * entries];
    for (int i = 0; i < entries; i++) {
      for (int c = 0; c < 3; c++) {
        palette[3 * i + c] = (byte) (map[c * entries + i] >> shift);
      }
    }
    return palette;
  }
}
