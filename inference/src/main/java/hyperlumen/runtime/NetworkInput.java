package hyperlumen.runtime;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;

/**
 * What a network sees of a photo: packed planes of any region, mirrored beyond the border without
 * repeating it. The one place where pixels become a network's input. Thread-safe.
 */
public interface NetworkInput {

  /**
   * Size of the picture that the network gives for this input, in photo pixels, before the crop.
   */
  Size size();

  /** The part of that picture that is the photo. */
  Region crop();

  /** Number of planes. */
  int planes();

  /** Photo pixels per network pixel along each axis. */
  int factor();

  /** A filler with scratch memory of its own, for one thread. */
  Filler filler();

  /** Fills planes; for one thread. */
  interface Filler {

    /**
     * Writes [planes, height, width] of a region.
     *
     * @param region in network pixels; may reach over the border on any side
     * @param out receives the planes, coded for the network, from index 0
     */
    void fill(Region region, float[] out) throws PhotoException;
  }
}
