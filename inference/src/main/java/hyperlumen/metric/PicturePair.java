package hyperlumen.metric;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two pictures of the same size and channels, read side by side in bands of whole rows.
 *
 * <p>Bands have a fixed height, so that sums over them come out the same on any number of threads.
 *
 * @param reference what the picture should be
 * @param image what it is
 */
record PicturePair(RasterSource reference, RasterSource image) {

  /** High enough that SSIM's 10 rows of overlap cost little, low enough for 100 MPix widths. */
  private static final int BAND_ROWS = 64;

  PicturePair {
    if (!reference.size().equals(image.size()) || reference.channels() != image.channels()) {
      throw new IllegalArgumentException(
          "the pictures differ in shape: "
              + describe(reference)
              + " is not comparable with "
              + describe(image));
    }
  }

  private static String describe(RasterSource source) {
    return source.size() + " with " + source.channels() + " channels";
  }

  Size size() {
    return reference.size();
  }

  int channels() {
    return reference.channels();
  }

  /** What is worked out of one band of both pictures. */
  @FunctionalInterface
  interface BandFunction<T> {
    T apply(Raster reference, Raster image);
  }

  /**
   * Applies {@code function} to bands that overlap by {@code overlap} rows, in parallel on the
   * common pool, and returns the results from top to bottom.
   */
  <T> List<T> mapBands(int overlap, BandFunction<T> function) throws PhotoException {
    int rows = size().height() - overlap;
    int bands = (rows + BAND_ROWS - 1) / BAND_ROWS;
    try {
      return IntStream.range(0, bands)
          .parallel()
          .mapToObj(
              band -> {
                int y = band * BAND_ROWS;
                int height = Math.min(BAND_ROWS, rows - y) + overlap;
                Region region = new Region(0, y, size().width(), height);
                try {
                  return function.apply(reference.read(region), image.read(region));
                } catch (PhotoException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof PhotoException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
