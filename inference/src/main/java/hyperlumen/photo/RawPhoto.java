package hyperlumen.photo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A Bayer mosaic and what is needed to develop it.
 *
 * @param file where it came from
 * @param mosaic samples of the active area
 * @param cfa the filter array at the active area's origin
 * @param levels black and white
 * @param colour matrices, as-shot neutral, baseline exposure
 * @param noiseProfile the file's NoiseProfile, if it has one
 * @param crop the picture inside the active area (DefaultCrop)
 * @param bits significant bits per stored sample
 * @param compression in words
 * @param metadata EXIF, XMP, orientation
 */
public record RawPhoto(
    Path file,
    Mosaic mosaic,
    Cfa cfa,
    Levels levels,
    CameraColour colour,
    Optional<NoiseProfile> noiseProfile,
    Region crop,
    int bits,
    String compression,
    Metadata metadata)
    implements Photo {

  public RawPhoto {
    if (!mosaic.size().region().contains(crop)) {
      throw new IllegalArgumentException("crop " + crop + " leaves " + mosaic.size());
    }
  }

  @Override
  public Size size() {
    return crop.size();
  }
}
