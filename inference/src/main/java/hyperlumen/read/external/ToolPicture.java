package hyperlumen.read.external;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Size;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Tag;
import hyperlumen.read.tiff.TiffFile;
import java.nio.ByteOrder;

/**
 * A picture that one of the tools wrote: an uncompressed 16-bit TIFF in one strip.
 *
 * @param view its bytes
 * @param order byte order of the samples
 * @param size columns and rows
 * @param channels samples per pixel
 * @param offset where the samples begin
 */
record ToolPicture(ByteView view, ByteOrder order, Size size, int channels, long offset) {

  static ToolPicture of(ByteView view) throws PhotoException {
    TiffFile tiff = TiffFile.parse(view);
    Directory main = tiff.main();
    int width = main.intValue(Tag.IMAGE_WIDTH, 0);
    int height = main.intValue(Tag.IMAGE_LENGTH, 0);
    int channels = main.intValue(Tag.SAMPLES_PER_PIXEL, 1);
    long offset = main.intValue(Tag.STRIP_OFFSETS, 0);
    boolean plain =
        width > 0
            && height > 0
            && width <= 65535
            && height <= 65535
            && channels >= 1
            && channels <= 4
            && main.intValue(Tag.BITS_PER_SAMPLE, 16) == 16
            && main.intValue(Tag.COMPRESSION, 1) == 1
            && (long) width * height * channels < 1L << 30
            && view.contains(offset, 2L * width * height * channels);
    if (!plain) {
      throw view.damaged("LibRaw wrote a picture of an unknown form");
    }
    return new ToolPicture(view, tiff.order(), new Size(width, height), channels, offset);
  }

  /** The sample at (row, column, channel). */
  int sample(int row, int column, int channel) throws PhotoException {
    long index = ((long) row * size.width() + column) * channels + channel;
    return view.u16(offset + 2 * index, order);
  }

  /** Copies {@code count} pixels of a row from {@code column} on to {@code into}. */
  void copy(int row, int column, int count, short[] into, int at) throws PhotoException {
    byte[] bytes =
        view.copy(
            offset + 2 * ((long) row * size.width() + column) * channels, 2 * count * channels);
    int high = order == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int i = 0; i < count * channels; i++) {
      into[at + i] = (short) ((bytes[2 * i + high] & 0xff) << 8 | (bytes[2 * i + 1 - high] & 0xff));
    }
  }
}
