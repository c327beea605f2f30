package hyperlumen.enhance;

import hyperlumen.develop.ScaledRaster;
import hyperlumen.develop.WarpedRaster;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the last strips of a picture that is computed once, from one end to the other, for a reader
 * that looks some rows back: a band of an undistorted picture is bent in the source, one of a
 * stretched picture needs the rows around it. Thread-safe; reads are serialised.
 */
final class RecentStrips implements RasterSource {

  /** Rows or columns of a strip, as many as writers pull at a time. */
  private static final int STRIP = 64;

  private final RasterSource source;
  private final boolean byColumns;
  private final int capacity;
  private final LinkedHashMap<Integer, Raster> held = new LinkedHashMap<>(16, 0.75f, true);

  private RecentStrips(RasterSource source, boolean byColumns, int capacity) {
    this.source = source;
    this.byColumns = byColumns;
    this.capacity = capacity;
  }

  /**
   * As many strips as a band of the photo, once its distortion is undone and its pixels are square,
   * spreads over; the source itself where neither is to be done.
   *
   * @param byColumns whether bands are columns
   */
  static RasterSource of(RasterSource source, Photo photo, boolean byColumns) {
    if (photo.lensWarp().isEmpty() && !photo.pixelScale().isApplied()) {
      return source;
    }
    int square = ScaledRaster.spread(photo.size(), photo.pixelScale(), STRIP, byColumns);
    int spread =
        PlainPicture.unwarped(photo, source) instanceof WarpedRaster warped
            ? warped.spread(square, byColumns)
            : square;
    return new RecentStrips(source, byColumns, strips(spread));
  }

  /** One more on either end, since bands and strips do not begin together. */
  private static int strips(int spread) {
    return Math.ceilDiv(spread, STRIP) + 2;
  }

  /** Bytes of the strips that square pixels need; 0 where pixels are square already. */
  static long bytes(Photo photo, boolean byColumns) {
    if (!photo.pixelScale().isApplied()) {
      return 0;
    }
    int spread = ScaledRaster.spread(photo.size(), photo.pixelScale(), STRIP, byColumns);
    int length = byColumns ? photo.size().height() : photo.size().width();
    return (long) strips(spread) * STRIP * length * 3 * Float.BYTES;
  }

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public Size size() {
    return source.size();
  }

  @Override
  public synchronized void read(Region region, Raster into) throws PhotoException {
    int from = byColumns ? region.x() : region.y();
    int end = byColumns ? region.endX() : region.endY();
    for (int strip = from / STRIP; strip * STRIP < end; strip++) {
      Raster raster = strip(strip);
      int first = Math.max(from, strip * STRIP);
      int last = Math.min(end, (strip + 1) * STRIP);
      for (int c = 0; c < channels(); c++) {
        copy(raster, strip * STRIP, c, first, last, region, into);
      }
    }
  }

  private void copy(
      Raster strip, int start, int c, int first, int last, Region region, Raster into) {
    int y0 = byColumns ? region.y() : first;
    int y1 = byColumns ? region.endY() : last;
    int x0 = byColumns ? first : region.x();
    int x1 = byColumns ? last : region.endX();
    for (int y = y0; y < y1; y++) {
      int row = byColumns ? y : y - start;
      int column = byColumns ? x0 - start : x0;
      System.arraycopy(
          strip.samples(),
          strip.index(c, row, column),
          into.samples(),
          into.index(c, y - region.y(), x0 - region.x()),
          x1 - x0);
    }
  }

  private Raster strip(int strip) throws PhotoException {
    Raster raster = held.get(strip);
    if (raster != null) {
      return raster;
    }
    Size size = size();
    int length = byColumns ? size.width() : size.height();
    int count = Math.min(STRIP, length - strip * STRIP);
    Region region =
        byColumns
            ? new Region(strip * STRIP, 0, count, size.height())
            : new Region(0, strip * STRIP, size.width(), count);
    raster = spare(region);
    source.read(region, raster);
    held.put(strip, raster);
    return raster;
  }

  /** The memory of the strip that was longest not asked for, or new. */
  private Raster spare(Region region) {
    if (held.size() >= capacity) {
      Map.Entry<Integer, Raster> eldest = held.pollFirstEntry();
      if (eldest.getValue().size().equals(region.size())) {
        return eldest.getValue();
      }
    }
    return new Raster(channels(), region.height(), region.width());
  }
}
