package hyperlumen.metric;

import hyperlumen.photo.PhotoException;

/** Calls on rasters in memory, which cannot fail to be read. */
final class InMemory {

  private InMemory() {}

  @FunctionalInterface
  interface Reading<T> {
    T get() throws PhotoException;
  }

  static <T> T get(Reading<T> reading) {
    try {
      return reading.get();
    } catch (PhotoException e) {
      throw new AssertionError("a raster in memory can always be read", e);
    }
  }
}
