package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.Size;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Entry;
import hyperlumen.read.tiff.Tag;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * How the raw picture is stored: validated, so that decoders can rely on it.
 *
 * @param size the stored picture, masked borders included
 * @param channels samples per pixel: 1 for a mosaic, 3 for linear RGB
 * @param bits bits per sample, 8 to 32
 * @param isFloat whether samples are IEEE floats
 * @param compression how blocks are compressed
 * @param predictor TIFF predictor, 1 = none
 * @param order byte order of the file
 * @param blocks tiles or strips in file order, which together cover the picture
 */
record RawLayout(
    Size size,
    int channels,
    int bits,
    boolean isFloat,
    Compression compression,
    int predictor,
    ByteOrder order,
    List<Block> blocks) {

  /** Most columns or rows. The largest sensors have about 14,000; scans and stitches more. */
  static final int MAX_SIDE = 65_500;

  /** Most samples of the whole picture, so that they fit one array of 16-bit numbers. */
  static final long MAX_SAMPLES = 1L << 30;

  /** Most tiles or strips: a 1 gigapixel picture in tiles of 64x64. */
  static final int MAX_BLOCKS = 1 << 18;

  /** Rows per task of an uncompressed picture, so that one large strip is read in parallel. */
  private static final int BAND_ROWS = 256;

  static RawLayout of(Directory raw, ByteView view, ByteOrder order) throws PhotoException {
    Size size = size(raw, view);
    int channels = raw.intValue(Tag.SAMPLES_PER_PIXEL, 1);
    if (channels != 1 && channels != 3) {
      throw unsupported(view, "has " + channels + " samples per pixel; only 1 and 3 are supported");
    }
    if (size.pixels() * channels > MAX_SAMPLES) {
      throw new PhotoException(
          Kind.TOO_LARGE, view.file(), "is " + size + " pixels large; the limit is 2^30 samples");
    }
    if (channels > 1 && raw.intValue(Tag.PLANAR_CONFIGURATION, 1) != 1) {
      throw unsupported(view, "has separate colour planes, which are not supported");
    }
    int code = raw.intValue(Tag.COMPRESSION, 1);
    Compression compression =
        Compression.ofCode(code)
            .orElseThrow(
                () ->
                    unsupported(
                        view, "has " + Compression.nameOf(code) + ", which is not supported"));
    int bits = bits(raw, view, channels);
    boolean isFloat = isFloat(raw, view, bits);
    int predictor = raw.intValue(Tag.PREDICTOR, 1);
    List<Block> blocks = blocks(raw, view, size);
    RawLayout layout =
        new RawLayout(size, channels, bits, isFloat, compression, predictor, order, blocks);
    layout.checkPredictor(view);
    if (compression == Compression.UNCOMPRESSED) {
      return layout.inBands(view);
    }
    layout.checkBytes(view);
    return layout;
  }

  /** Bytes of one row of a block before compression. */
  int rowBytes(Block block) {
    return Math.toIntExact(((long) block.width() * channels * bits + 7) / 8);
  }

  private static Size size(Directory raw, ByteView view) throws PhotoException {
    long width = raw.require(Tag.IMAGE_WIDTH, "image width", view).unsigned(0);
    long height = raw.require(Tag.IMAGE_LENGTH, "image height", view).unsigned(0);
    if (width < 1 || height < 1) {
      throw view.damaged("has a raw picture of " + width + "x" + height + " pixels");
    }
    if (width > MAX_SIDE || height > MAX_SIDE) {
      throw new PhotoException(
          Kind.TOO_LARGE,
          view.file(),
          "is " + width + "x" + height + " pixels large; the limit is " + MAX_SIDE + " a side");
    }
    return new Size((int) width, (int) height);
  }

  private static int bits(Directory raw, ByteView view, int channels) throws PhotoException {
    if (!raw.has(Tag.BITS_PER_SAMPLE)) {
      throw view.damaged("does not say how many bits a sample has");
    }
    Entry entry = raw.entries().get(Tag.BITS_PER_SAMPLE);
    int bits = entry.intValue();
    for (int c = 1; c < channels && c < entry.count(); c++) {
      if (entry.unsigned(c) != bits) {
        throw unsupported(view, "has channels of different bit depths, which are not supported");
      }
    }
    if (bits < 8 || bits > 32) {
      throw unsupported(view, "has " + bits + " bits per sample; only 8 to 32 are supported");
    }
    return bits;
  }

  private static boolean isFloat(Directory raw, ByteView view, int bits) throws PhotoException {
    int format = raw.intValue(Tag.SAMPLE_FORMAT, 1);
    if (format == 3) {
      if (bits != 16 && bits != 24 && bits != 32) {
        throw unsupported(
            view, "has floating point samples of " + bits + " bits, which are not supported");
      }
      return true;
    }
    if (format != 1 && format != 4) {
      throw unsupported(view, "has sample format " + format + ", which is not supported");
    }
    return false;
  }

  private static List<Block> blocks(Directory raw, ByteView view, Size size) throws PhotoException {
    boolean tiled = raw.has(Tag.TILE_OFFSETS);
    Entry offsets =
        tiled
            ? raw.entries().get(Tag.TILE_OFFSETS)
            : raw.require(Tag.STRIP_OFFSETS, "strip or tile offsets", view);
    Entry counts =
        raw.require(
            tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS, "strip or tile sizes", view);
    int width = size.width();
    int height = size.height();
    if (tiled) {
      width = raw.require(Tag.TILE_WIDTH, "tile width", view).intValue();
      height = raw.require(Tag.TILE_LENGTH, "tile height", view).intValue();
    } else {
      height = Math.min(raw.intValue(Tag.ROWS_PER_STRIP, height), height);
    }
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw view.damaged("has tiles of " + width + "x" + height + " pixels");
    }
    int across = (size.width() + width - 1) / width;
    int down = (size.height() + height - 1) / height;
    long number = (long) across * down;
    if (number > MAX_BLOCKS) {
      throw new PhotoException(
          Kind.TOO_LARGE, view.file(), "has " + number + " tiles; the limit is " + MAX_BLOCKS);
    }
    if (offsets.count() < number || counts.count() < number) {
      throw view.damaged(
          "needs "
              + number
              + " strips or tiles but lists "
              + offsets.count()
              + " offsets and "
              + counts.count()
              + " sizes");
    }
    List<Block> blocks = new ArrayList<>((int) number);
    for (int i = 0; i < number; i++) {
      int x = i % across * width;
      int y = i / across * height;
      int rows = tiled ? height : Math.min(height, size.height() - y);
      blocks.add(new Block(x, y, width, rows, offsets.unsigned(i), counts.unsigned(i)));
    }
    return blocks;
  }

  /**
   * The same layout with uncompressed blocks cut into bands of rows. Their stated byte counts are
   * not needed, and some writers state them wrongly.
   */
  private RawLayout inBands(ByteView view) throws PhotoException {
    List<Block> bands = new ArrayList<>();
    for (Block block : blocks) {
      long rowBytes = rowBytes(block);
      int rows = Math.min(block.height(), size.height() - block.y());
      if (!view.contains(block.offset(), rows * rowBytes)) {
        throw cutShort(view, block, rows * rowBytes);
      }
      for (int y = 0; y < rows; y += BAND_ROWS) {
        int height = Math.min(BAND_ROWS, rows - y);
        long offset = block.offset() + y * rowBytes;
        bands.add(
            new Block(block.x(), block.y() + y, block.width(), height, offset, height * rowBytes));
      }
    }
    return new RawLayout(size, channels, bits, isFloat, compression, predictor, order, bands);
  }

  private void checkPredictor(ByteView view) throws PhotoException {
    boolean valid =
        switch (predictor) {
          case 1 -> true;
          case 2, 34892, 34893 -> !isFloat && (bits == 8 || bits == 16 || bits == 32);
          case 3, 34894, 34895 -> isFloat;
          default -> false;
        };
    if (!valid && compression == Compression.DEFLATE) {
      throw unsupported(
          view,
          "has predictor " + predictor + " of " + bits + "-bit samples, which is not supported");
    }
  }

  /** Refuses a picture far larger than its bytes can hold, before memory is taken for it. */
  private void checkBytes(ByteView view) throws PhotoException {
    long total = 0;
    for (Block block : blocks) {
      if (!view.contains(block.offset(), block.bytes())) {
        throw cutShort(view, block, block.bytes());
      }
      total += block.bytes();
    }
    if (total > view.length()) {
      throw view.damaged("has overlapping strips or tiles: " + total + " bytes in all");
    }
    long needed = size.pixels() * channels * bits / 8;
    if (needed / compression.largestRatio() > total) {
      throw view.damaged(
          "claims "
              + size
              + " pixels, but only "
              + total
              + " bytes of "
              + compression.words()
              + " are there");
    }
  }

  private static PhotoException cutShort(ByteView view, Block block, long bytes) {
    return view.damaged(
        "is cut short: the pixels from row "
            + block.y()
            + ", column "
            + block.x()
            + " need "
            + bytes
            + " bytes at byte "
            + Long.toUnsignedString(block.offset())
            + ", but the file ends at byte "
            + view.length());
  }

  private static PhotoException unsupported(ByteView view, String reason) {
    return new PhotoException(Kind.UNSUPPORTED, view.file(), reason);
  }
}
