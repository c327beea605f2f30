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
 * @param pixelScale the pixels' shape (DefaultScale): only finished pictures are stretched
 * @param lensWarp the lens's distortion, to be undone after demosaicing, if the file states it
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
    Metadata metadata,
    PixelScale pixelScale,
    Optional<LensWarp> lensWarp)
    implements Photo {

  public RawPhoto {
    if (!mosaic.size().region().contains(crop)) {
      throw new IllegalArgumentException("crop " + crop + " leaves " + mosaic.size());
    }
  }

  /** A photo of square pixels whose file states no distortion. */
  public RawPhoto(
      Path file,
      Mosaic mosaic,
      Cfa cfa,
      Levels levels,
      CameraColour colour,
      Optional<NoiseProfile> noiseProfile,
      Region crop,
      int bits,
      String compression,
      Metadata metadata) {
    this(
        file,
        mosaic,
        cfa,
        levels,
        colour,
        noiseProfile,
        crop,
        bits,
        compression,
        metadata,
        PixelScale.SQUARE,
        Optional.empty());
  }

  /** The same photo seen through other colour filters than its file names. */
  public RawPhoto withCfa(Cfa other) {
    return new RawPhoto(
        file,
        mosaic,
        other,
        levels,
        colour,
        noiseProfile,
        crop,
        bits,
        compression,
        metadata,
        pixelScale,
        lensWarp);
  }

  @Override
  public Size size() {
    return crop.size();
  }
}
