package hyperlumen.read.bitmap;

import hyperlumen.photo.Metadata;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RgbPhoto;
import hyperlumen.read.tiff.ByteView;
import hyperlumen.read.tiff.Directory;
import hyperlumen.read.tiff.Tag;
import hyperlumen.read.tiff.TiffFile;
import hyperlumen.read.tiff.TiffMetadata;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Decodes a finished picture in a TIFF file (TIFF 6.0, BigTIFF): grey, RGB and palette, 1 to 16
 * bits or 32-bit floating point, strips or tiles, chunky or planar; uncompressed, LZW, Deflate,
 * PackBits. Chunks are decoded in parallel.
 */
final class TiffReader {

  /** Bit 0 of NewSubfileType: a reduced version of another picture of the file. */
  private static final int REDUCED = 1;

  /** Bit 2: a transparency mask of another picture of the file. */
  private static final int MASK = 4;

  private final ByteView view;

  TiffReader(ByteView view) {
    this.view = view;
  }

  RgbPhoto read() throws PhotoException {
    TiffFile tiff = TiffFile.parse(view);
    Directory directory = picture(tiff);
    TiffLayout layout = TiffLayout.read(view, directory);
    TiffSamples samples = new TiffSamples(layout, tiff.order(), view, directory);
    AtomicReference<PhotoException> failure = new AtomicReference<>();
    IntStream.range(
            0, layout.across() * layout.down() * (layout.planar() ? layout.storedChannels() : 1))
        .parallel()
        .forEach(
            index -> {
              if (failure.get() == null) {
                try {
                  decodeChunk(layout, tiff.order(), index, samples);
                } catch (PhotoException e) {
                  failure.compareAndSet(null, e);
                }
              }
            });
    if (failure.get() != null) {
      throw failure.get();
    }
    PictureMetadata blocks = new PictureMetadata();
    TiffMetadata.iccProfile(tiff).ifPresent(profile -> blocks.icc(profile.array()));
    return new RgbPhoto(
        view.file(),
        samples.finish(),
        blocks.iccFor(samples.channels()),
        RgbPhoto.Format.TIFF,
        layout.compression().words() + (layout.bits() == 32 ? ", 32-bit float" : ""),
        metadata(tiff));
  }

  /** What the file says, and that it has further pages, if it has. */
  private static Metadata metadata(TiffFile tiff) throws PhotoException {
    Metadata metadata = TiffMetadata.of(tiff);
    int pages = 0;
    for (Directory directory : tiff.chain()) {
      if ((directory.intValue(Tag.NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) == 0) {
        pages++;
      }
    }
    return pages < 2
        ? metadata
        : metadata.withLoss("it has " + pages + " pages, of which only the first is taken");
  }

  /** The first directory that is not a thumbnail of another one. */
  private static Directory picture(TiffFile tiff) throws PhotoException {
    for (Directory directory : tiff.chain()) {
      if ((directory.intValue(Tag.NEW_SUBFILE_TYPE, 0) & REDUCED) == 0) {
        return directory;
      }
    }
    return tiff.main();
  }

  private void decodeChunk(TiffLayout layout, ByteOrder order, int index, TiffSamples samples)
      throws PhotoException {
    int perPlane = layout.across() * layout.down();
    int plane = index / perPlane;
    int x = index % perPlane % layout.across() * layout.chunk().width();
    int y = index % perPlane / layout.across() * layout.chunk().height();
    int rows = Math.min(layout.chunk().height(), layout.size().height() - y);
    int columns = Math.min(layout.chunk().width(), layout.size().width() - x);
    int bytes = layout.rowBytes();
    byte[] row = new byte[bytes];
    byte[] scratch = new byte[layout.predictor() == 3 ? bytes : 0];
    try (ChunkStream stream =
        ChunkStream.open(
            view, layout.compression(), layout.offsets()[index], layout.lengths()[index])) {
      for (int r = 0; r < rows; r++) {
        stream.read(row, bytes);
        undoPredictor(layout, order, row, scratch);
        samples.putRow(row, x, y + r, columns, plane);
      }
    }
  }

  /** TIFF 6.0, section 14, and Adobe's technical note 3 on floating point. */
  private static void undoPredictor(
      TiffLayout layout, ByteOrder order, byte[] row, byte[] scratch) {
    int channels = layout.chunkChannels();
    if (layout.predictor() == 2 && layout.bits() == 8) {
      for (int i = channels; i < row.length; i++) {
        row[i] += row[i - channels];
      }
    } else if (layout.predictor() == 2) {
      int high = order == ByteOrder.BIG_ENDIAN ? 0 : 1;
      int low = 1 - high;
      int step = 2 * channels;
      for (int i = step; i + 1 < row.length; i += 2) {
        int value =
            (row[i + high] << 8 | (row[i + low] & 0xff))
                + (row[i - step + high] << 8 | (row[i - step + low] & 0xff));
        row[i + high] = (byte) (value >> 8);
        row[i + low] = (byte) value;
      }
    } else if (layout.predictor() == 3) {
      for (int i = channels; i < row.length; i++) {
        row[i] += row[i - channels];
      }
      System.arraycopy(row, 0, scratch, 0, row.length);
      int count = row.length / 4;
      boolean big = order == ByteOrder.BIG_ENDIAN;
      for (int i = 0; i < count; i++) {
        for (int b = 0; b < 4; b++) {
          row[4 * i + (big ? b : 3 - b)] = scratch[b * count + i];
        }
      }
    }
  }
}
