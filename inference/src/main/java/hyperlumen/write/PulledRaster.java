package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Optional;

/**
 * The rows of a {@link RasterSource} as 8-bit rows for an AWT image writer, which asks for one row
 * after the other: only one band stands in memory. Not thread-safe.
 *
 * <p>What the source throws cannot pass through the writer; it is kept in {@link #failure()}.
 */
final class PulledRaster extends Raster {

  /** Ends the writer's work; the reason is in {@link PulledRaster#failure()}. */
  private static final class PullFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PullFailedException(Throwable cause) {
      super(cause);
    }
  }

  private final RasterSource source;
  private final Progress progress;
  private final Quantiser quantiser;
  private final int channels;
  private final hyperlumen.photo.Raster band;
  private final byte[] bytes;
  private final byte[] row;
  private final Raster rowRaster;
  private int bandY = -1;
  private int bandRows;
  private Optional<Throwable> failure = Optional.empty();

  private PulledRaster(RasterSource source, int channels, int bandRows, Progress progress) {
    super(
        model(source.size(), channels),
        new DataBufferByte(1),
        new Rectangle(0, 0, source.size().width(), source.size().height()),
        new Point(0, 0),
        null);
    this.source = source;
    this.progress = progress;
    this.channels = channels;
    quantiser = new Quantiser(8, false, channels);
    band = new hyperlumen.photo.Raster(source.channels(), bandRows, source.size().width());
    row = new byte[quantiser.rowBytes(source.size().width())];
    bytes = new byte[Math.multiplyExact(bandRows, row.length)];
    rowRaster =
        Raster.createRaster(
            model(new Size(source.size().width(), 1), channels),
            new DataBufferByte(row, row.length),
            new Point(0, 0));
  }

  /** The first {@code channels} channels of {@code source}, 1 or 3. */
  static PulledRaster of(RasterSource source, int channels, int bandRows, Progress progress) {
    return new PulledRaster(source, channels, Math.min(bandRows, source.size().height()), progress);
  }

  /** What the source threw, or that the user cancelled. */
  Optional<Throwable> failure() {
    return failure;
  }

  /** The row {@code parentY}, valid until the next one; nothing else is asked for. */
  @Override
  public Raster createChild(
      int parentX,
      int parentY,
      int width,
      int height,
      int childMinX,
      int childMinY,
      int[] bandList) {
    if (parentX != 0
        || width != getWidth()
        || height != 1
        || childMinX != 0
        || childMinY != 0
        || bandList.length != channels) {
      throw new IllegalArgumentException("only whole rows can be pulled");
    }
    if (bandY < 0 || parentY < bandY || parentY >= bandY + bandRows) {
      pull(parentY / band.height() * band.height());
    }
    System.arraycopy(bytes, (parentY - bandY) * row.length, row, 0, row.length);
    return rowRaster;
  }

  private void pull(int y) {
    Size size = source.size();
    try {
      progress.checkCancelled();
      bandRows = Math.min(band.height(), size.height() - y);
      bandY = y;
      source.read(new Region(0, y, size.width(), bandRows), band);
      progress.checkCancelled(); // What was read after a cancellation is not the picture.
      quantiser.quantise(band, bandRows, bytes);
      progress.advance(Progress.Stage.WRITE, y + bandRows, size.height());
    } catch (PhotoException | CancelledException | RuntimeException | Error e) {
      failure = Optional.of(e);
      throw new PullFailedException(e);
    }
  }

  private static PixelInterleavedSampleModel model(Size size, int channels) {
    int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
    return new PixelInterleavedSampleModel(
        0, size.width(), size.height(), channels, size.width() * channels, offsets);
  }
}
