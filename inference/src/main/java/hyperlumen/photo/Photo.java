package hyperlumen.photo;

import java.nio.file.Path;
import java.util.Optional;

/** A decoded photograph: pixels as the file holds them, and what the file says about them. */
public sealed interface Photo permits RawPhoto, LinearPhoto, RgbPhoto {

  /** The file it came from. */
  Path file();

  /** Width and height of the picture in samples, before rotation. */
  Size size();

  /**
   * Width and height of a finished picture of it, before rotation: other than {@link #size()} where
   * pixels are not square.
   */
  default Size finishedSize() {
    return pixelScale().finished(size());
  }

  /** EXIF, XMP, orientation. */
  Metadata metadata();

  /** How the samples are compressed in the file, in words, such as "lossless JPEG". */
  String compression();

  /** The embedded ICC profile, for RGB pictures. */
  default Optional<Bytes> iccProfile() {
    return Optional.empty();
  }

  /** How far finished pictures are stretched; the samples are not. */
  default PixelScale pixelScale() {
    return PixelScale.SQUARE;
  }

  /** The lens's distortion that is still to be undone, as the file states it. */
  default Optional<LensWarp> lensWarp() {
    return Optional.empty();
  }
}
