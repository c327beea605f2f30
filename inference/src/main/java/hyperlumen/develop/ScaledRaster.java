package hyperlumen.develop;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PixelScale;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.RowBlocks;
import hyperlumen.photo.Size;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A picture whose pixels are not square, resampled to square ones as it is read ({@link
 * LanczosAxis} down, then across). The whole source fills the whole result. Thread-safe.
 */
public final class ScaledRaster implements RasterSource {

  private final RasterSource source;
  private final Size size;
  private final LanczosAxis across;
  private final LanczosAxis down;
  private final boolean encoded;
  private final AtomicLong nanos = new AtomicLong();

  private ScaledRaster(RasterSource source, Size size, boolean encoded) {
    this.source = source;
    this.size = size;
    this.encoded = encoded;
    across = new LanczosAxis(source.size().width(), size.width());
    down = new LanczosAxis(source.size().height(), size.height());
  }

  /**
   * {@code linear} stretched, or itself where nothing is to be; next to a sharp edge its values may
   * go beyond those of the source.
   */
  public static RasterSource of(RasterSource linear, PixelScale scale) {
    return scale.isApplied()
        ? new ScaledRaster(linear, scale.finished(linear.size()), false)
        : linear;
  }

  /** The same of display-encoded values, which stay in [0, 1]. */
  public static RasterSource ofEncoded(RasterSource encoded, PixelScale scale) {
    return scale.isApplied()
        ? new ScaledRaster(encoded, scale.finished(encoded.size()), true)
        : encoded;
  }

  /**
   * The most rows (or columns) of a picture of {@code samples} that a band of so many rows (or
   * columns) of the stretched one is made of.
   */
  public static int spread(Size samples, PixelScale scale, int band, boolean byColumns) {
    if (!scale.isApplied()) {
      return band;
    }
    Size size = scale.finished(samples);
    return byColumns
        ? LanczosAxis.spread(samples.width(), size.width(), band)
        : LanczosAxis.spread(samples.height(), size.height(), band);
  }

  /** Seconds spent resampling so far, summed over reads. */
  public double seconds() {
    return nanos.get() / 1e9;
  }

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public void read(Region region, Raster into) throws PhotoException {
    int left = across.first(region.x());
    int top = down.first(region.y());
    int right = across.first(region.endX() - 1) + across.taps();
    int bottom = down.first(region.endY() - 1) + down.taps();
    Raster around = source.read(new Region(left, top, right - left, bottom - top));
    long start = System.nanoTime();
    RowBlocks.inParallel(
        region.height(), (from, end) -> rows(around, left, top, region, from, end, into));
    nanos.addAndGet(System.nanoTime() - start);
  }

  private void rows(
      Raster around, int left, int top, Region region, int from, int end, Raster into) {
    float[] line = new float[around.width()];
    for (int c = 0; c < channels(); c++) {
      for (int y = from; y < end; y++) {
        line(around, c, top, region.y() + y, line);
        int to = into.index(c, y, 0);
        across.apply(line, left, region.x(), into.samples(), to, region.width());
        if (encoded) {
          clamp(into.samples(), to, region.width());
        }
      }
    }
  }

  /** Row {@code y} of the result at the source's width. */
  private void line(Raster around, int channel, int top, int y, float[] line) {
    float[] values = around.samples();
    int at = around.index(channel, down.first(y) - top, 0);
    Arrays.fill(line, 0);
    for (int k = 0; k < down.taps(); k++) {
      float weight = down.weight(y, k);
      int row = at + k * line.length;
      for (int x = 0; x < line.length; x++) {
        line[x] += weight * values[row + x];
      }
    }
  }

  private static void clamp(float[] values, int from, int count) {
    for (int i = from; i < from + count; i++) {
      values[i] = Math.min(Math.max(values[i], 0f), 1f);
    }
  }
}
