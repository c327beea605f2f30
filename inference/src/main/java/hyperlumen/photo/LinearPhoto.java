package hyperlumen.photo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Demosaiced camera RGB as a LinearRaw DNG holds it: needs the colour chain, no demosaicing.
 *
 * @param file where it came from
 * @param samples three channels of camera RGB, or one of a monochrome camera, after the
 *     linearisation table
 * @param levels black and white
 * @param colour matrices, as-shot neutral, baseline exposure
 * @param crop the picture inside the active area (DefaultCrop)
 * @param compression in words
 * @param metadata EXIF, XMP, orientation
 * @param pixelScale the pixels' shape (DefaultScale): only finished pictures are stretched
 * @param lensWarp the lens's distortion, still to be undone, if the file states it
 */
public record LinearPhoto(
    Path file,
    IntegerSamples samples,
    Levels levels,
    CameraColour colour,
    Region crop,
    String compression,
    Metadata metadata,
    PixelScale pixelScale,
    Optional<LensWarp> lensWarp)
    implements Photo {

  /** A photo of square pixels whose file states no distortion. */
  public LinearPhoto(
      Path file,
      IntegerSamples samples,
      Levels levels,
      CameraColour colour,
      Region crop,
      String compression,
      Metadata metadata) {
    this(
        file,
        samples,
        levels,
        colour,
        crop,
        compression,
        metadata,
        PixelScale.SQUARE,
        Optional.empty());
  }

  @Override
  public Size size() {
    return crop.size();
  }
}
