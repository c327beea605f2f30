package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.Size;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Tag;

/**
 * How a TIFF directory stores its picture (TIFF 6.0, parts 1 and 2): what a sample is and how the
 * picture is cut into strips or tiles, here both called chunks.
 *
 * @param size width and height
 * @param bits of a stored sample: 1, 2, 4, 8, 16, or 32 for floating point
 * @param photometric 0 white is zero, 1 black is zero, 2 RGB, 3 palette
 * @param storedChannels samples of a pixel
 * @param associatedAlpha whether the last channel is an alpha the others are multiplied by
 * @param compression TIFF number
 * @param predictor 1 none, 2 horizontal difference, 3 floating point
 * @param planar whether each channel has chunks of its own
 * @param chunk width and height of a chunk
 * @param offsets where the chunks lie
 * @param lengths bytes of the chunks
 */
record TiffLayout(
    Size size,
    int bits,
    int photometric,
    int storedChannels,
    boolean associatedAlpha,
    TiffCompression compression,
    int predictor,
    boolean planar,
    Size chunk,
    long[] offsets,
    long[] lengths) {

  static final int WHITE_IS_ZERO = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;

  private static final int FLOAT = 3;
  private static final int EXTRA_SAMPLES = 338;
  private static final int DNG_VERSION = 50706;
  private static final int CFA = 32803;

  /** Tiles of real files have at most some thousand columns and rows. */
  private static final int MAX_TILE_SIDE = 1 << 15;

  /** Reads and checks the tags; refuses by name what is not read. */
  static TiffLayout read(ByteView view, Directory tags) throws PhotoException {
    long width = tags.require(Tag.IMAGE_WIDTH, "ImageWidth", view).unsigned(0);
    long height = tags.require(Tag.IMAGE_LENGTH, "ImageLength", view).unsigned(0);
    BitmapLimits.checkSize(view.file(), width, height);
    Size size = new Size((int) width, (int) height);
    int photometric = tags.intValue(Tag.PHOTOMETRIC, 1);
    int channels = tags.intValue(Tag.SAMPLES_PER_PIXEL, 1);
    refuseKind(view, tags, photometric);
    int colours = photometric == RGB ? 3 : 1;
    if (channels < colours || channels > colours + 1 || (photometric == PALETTE && channels > 1)) {
      throw unsupported(view, "has " + channels + " channels a pixel");
    }
    TiffCompression compression = TiffCompression.of(view, tags.intValue(Tag.COMPRESSION, 1));
    int bits = bits(view, tags, photometric, channels);
    boolean planar = channels > 1 && tags.intValue(Tag.PLANAR_CONFIGURATION, 1) == 2;
    boolean tiled = tags.has(Tag.TILE_OFFSETS);
    Size chunk = tiled ? tileSize(view, tags) : stripSize(size, tags);
    int count =
        Math.multiplyExact(
            Math.ceilDiv(size.width(), chunk.width()) * Math.ceilDiv(size.height(), chunk.height()),
            planar ? channels : 1);
    int offsetsTag = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
    int lengthsTag = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
    long[] offsets = places(view, tags, offsetsTag, count);
    long[] lengths = new long[count];
    if (tags.has(lengthsTag)) {
      lengths = places(view, tags, lengthsTag, count);
    } else {
      for (int i = 0; i < count; i++) {
        lengths[i] = Math.max(0, view.length() - offsets[i]);
      }
    }
    TiffLayout layout =
        new TiffLayout(
            size,
            bits,
            photometric,
            channels,
            channels > colours && tags.intValue(EXTRA_SAMPLES, 0) == 1,
            compression,
            predictor(view, tags, bits, compression),
            planar,
            chunk,
            offsets,
            lengths);
    layout.checkStored(view);
    return layout;
  }

  /** Channels within one chunk. */
  int chunkChannels() {
    return planar ? 1 : storedChannels;
  }

  /** Chunks side by side. */
  int across() {
    return Math.ceilDiv(size.width(), chunk.width());
  }

  /** Chunks one below the other. */
  int down() {
    return Math.ceilDiv(size.height(), chunk.height());
  }

  /** Bytes of a decompressed row of a chunk. */
  int rowBytes() {
    return Math.toIntExact(((long) chunk.width() * chunkChannels() * bits + 7) / 8);
  }

  private void checkStored(ByteView view) throws PhotoException {
    long stored = 0;
    for (long length : lengths) {
      stored += Math.min(length, view.length());
    }
    BitmapLimits.checkRatio(
        view.file(),
        size + " pixels",
        (size.pixels() * storedChannels * bits) / 8,
        Math.min(stored, view.length()),
        compression.largestRatio());
  }

  private static void refuseKind(ByteView view, Directory tags, int photometric)
      throws PhotoException {
    if (tags.has(DNG_VERSION) || photometric == CFA) {
      throw unsupported(view, "is a RAW file and not a finished picture");
    }
    String name =
        switch (photometric) {
          case 0, 1, 2, 3 -> "";
          case 4 -> "a transparency mask";
          case 5 -> "CMYK";
          case 6 -> "YCbCr";
          case 8, 9, 10 -> "Lab";
          case 32844, 32845 -> "LogLuv";
          default -> "the unknown colour space " + photometric;
        };
    if (!name.isEmpty()) {
      throw unsupported(view, "is a TIFF in " + name + ", which is not supported");
    }
    if (tags.intValue(Tag.FILL_ORDER, 1) == 2) {
      throw unsupported(view, "is a TIFF with reversed bits (FillOrder 2)");
    }
  }

  private static int bits(ByteView view, Directory tags, int photometric, int channels)
      throws PhotoException {
    int bits = tags.intValue(Tag.BITS_PER_SAMPLE, 1);
    if (tags.has(Tag.BITS_PER_SAMPLE)) {
      long[] all = tags.entries().get(Tag.BITS_PER_SAMPLE).unsignedArray(64);
      for (int i = 1; i < Math.min(all.length, channels); i++) {
        if (all[i] != bits) {
          throw unsupported(view, "has channels of different bit depths");
        }
      }
    }
    int format = tags.intValue(Tag.SAMPLE_FORMAT, 1);
    boolean low = channels == 1 && (bits == 1 || bits == 2 || bits == 4);
    boolean integer = (format == 1 || format == 4) && (low || bits == 8 || bits == 16);
    boolean floating = format == FLOAT && bits == 32 && photometric != PALETTE;
    if (!(integer || floating) || (photometric == PALETTE && bits == 16)) {
      throw unsupported(
          view,
          "has "
              + bits
              + "-bit samples"
              + (format == FLOAT ? " in floating point" : format == 2 ? " with a sign" : ""));
    }
    return bits;
  }

  private static int predictor(ByteView view, Directory tags, int bits, TiffCompression compression)
      throws PhotoException {
    int predictor = compression.hasPredictor() ? tags.intValue(Tag.PREDICTOR, 1) : 1;
    boolean known =
        predictor == 1
            || (predictor == 2 && (bits == 8 || bits == 16))
            || (predictor == 3 && bits == 32);
    if (!known) {
      throw unsupported(view, "uses predictor " + predictor + " with " + bits + " bits");
    }
    return predictor;
  }

  private static Size tileSize(ByteView view, Directory tags) throws PhotoException {
    int width = tags.intValue(Tag.TILE_WIDTH, 0);
    int height = tags.intValue(Tag.TILE_LENGTH, 0);
    if (width < 1 || height < 1 || width > MAX_TILE_SIDE || height > MAX_TILE_SIDE) {
      throw view.damaged("declares tiles of " + width + "x" + height + " pixels");
    }
    return new Size(width, height);
  }

  private static Size stripSize(Size size, Directory tags) throws PhotoException {
    int rows = tags.intValue(Tag.ROWS_PER_STRIP, Integer.MAX_VALUE);
    return new Size(size.width(), rows < 1 ? size.height() : Math.min(rows, size.height()));
  }

  private static long[] places(ByteView view, Directory tags, int tag, int count)
      throws PhotoException {
    long[] places = tags.require(tag, "strips or tiles", view).unsignedArray(1 << 24);
    if (places.length < count) {
      throw view.damaged("lists " + places.length + " strips or tiles instead of " + count);
    }
    return places;
  }

  private static PhotoException unsupported(ByteView view, String reason) {
    return new PhotoException(Kind.UNSUPPORTED, view.file(), reason);
  }
}
