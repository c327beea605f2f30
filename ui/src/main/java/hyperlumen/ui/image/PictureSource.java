package hyperlumen.ui.image;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * A picture that can be looked at piece by piece: display-referred sRGB of 8 or 16 bits per sample.
 *
 * <p>All methods may be called from any thread. Parts may still be missing (a network that is not
 * finished yet); they come out transparent and are announced to the listeners once they are there.
 */
public interface PictureSource {

  /** Hears which part of a picture has changed; called from any thread. */
  @FunctionalInterface
  interface Listener {
    /** The samples of {@code region} are different from before. */
    void changed(Region region);
  }

  /** Width and height in pixels. */
  Size size();

  /** Bits of a stored sample, 8 or 16. */
  int bits();

  /** Grows by at least one with every change of any sample. */
  long version();

  /**
   * Fills {@code argb} with the pixels of {@code region}, row by row from index 0, as 0xAARRGGBB;
   * alpha is 0 where the picture is still missing and 255 elsewhere.
   *
   * @param region lies inside {@link #size()}
   * @throws PhotoException if the picture cannot be read there
   */
  void fill(Region region, int[] argb) throws PhotoException;

  /**
   * Fills {@code rgb} with interleaved samples of {@code region} on the 16-bit scale (8-bit samples
   * times 257); missing parts are 0.
   *
   * @throws PhotoException if the picture cannot be read there
   */
  void samples(Region region, short[] rgb) throws PhotoException;

  /**
   * The stored red, green and blue value at (x, y), exactly as in the file.
   *
   * @return false where the picture is still missing
   * @throws PhotoException if the picture cannot be read there
   */
  boolean valueAt(int x, int y, int[] rgb) throws PhotoException;

  /**
   * Fills {@code rgb} with the interleaved stored values of a small {@code region}, as {@link
   * #valueAt} gives them; what stands where the picture is missing is undefined.
   *
   * @throws PhotoException if the picture cannot be read there
   */
  default void values(Region region, int[] rgb) throws PhotoException {
    int[] one = new int[3];
    int to = 0;
    for (int y = region.y(); y < region.endY(); y++) {
      for (int x = region.x(); x < region.endX(); x++) {
        valueAt(x, y, one);
        for (int value : one) {
          rgb[to++] = value;
        }
      }
    }
  }

  /** Hears which part is looked at from now on; a picture in the making begins there. */
  default void look(Region part) {}

  /** Tells {@code listener} about every later change. */
  void addListener(Listener listener);

  /** Ends {@link #addListener}. */
  void removeListener(Listener listener);
}
