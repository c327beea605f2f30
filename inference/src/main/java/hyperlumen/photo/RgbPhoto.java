package hyperlumen.photo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture of display-referred samples: PNG, JPEG, TIFF.
 *
 * @param file where it came from
 * @param samples 8 or 16 bit, 1 to 4 channels
 * @param iccProfile the embedded profile; absent means sRGB
 * @param format PNG, JPEG or TIFF: the default output format follows it
 * @param compression in words
 * @param metadata EXIF, XMP, orientation
 */
public record RgbPhoto(
    Path file,
    IntegerSamples samples,
    Optional<Bytes> iccProfile,
    Format format,
    String compression,
    Metadata metadata)
    implements Photo {

  /** The container a picture came in. */
  public enum Format {
    PNG,
    JPEG,
    TIFF
  }

  @Override
  public Size size() {
    return samples.size();
  }
}
