package hyperlumen.photo;

/**
 * A picture that is pulled region by region, so that memory does not grow with the photo.
 *
 * <p>Implementations are safe for use by several threads at once and give the same samples for the
 * same place however the picture is cut into regions.
 */
public interface RasterSource {

  /** Number of channels of every region. */
  int channels();

  /** Width and height of the whole picture. */
  Size size();

  /**
   * Fills the raster from {@code region}, which lies inside {@link #size()}.
   *
   * @param region what to read, in this picture's pixels
   * @param into receives it at (0, 0); has at least the region's height and exactly its width and
   *     this source's channels
   * @throws PhotoException if the picture cannot be read there
   */
  void read(Region region, Raster into) throws PhotoException;

  /** Reads {@code region} into a new raster. */
  default Raster read(Region region) throws PhotoException {
    Raster raster = new Raster(channels(), region.height(), region.width());
    read(region, raster);
    return raster;
  }

  /** The raster as a source; the raster must not change while the source is in use. */
  static RasterSource of(Raster raster) {
    return new RasterSource() {
      @Override
      public int channels() {
        return raster.channels();
      }

      @Override
      public Size size() {
        return raster.size();
      }

      @Override
      public void read(Region region, Raster into) {
        raster.copyRegion(region, into);
      }
    };
  }
}
