package hyperlumen.write;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import java.util.Optional;

/**
 * How a picture is written. Begin with {@link #of} and change what differs.
 *
 * @param format container and samples
 * @param iccProfile the profile of the samples as they are, embedded unchanged
 * @param metadata EXIF, XMP and IPTC to carry over; its orientation is not used
 * @param orientation written as EXIF orientation: NORMAL unless the rows are not upright
 * @param software the Software tag, such as "Hyperlumen 0.1.0"
 * @param jpegQuality 1 to 100
 * @param deflate whether a TIFF is compressed
 * @param overwrite whether a file that exists is replaced
 * @param bandRows rows pulled at a time
 * @param threads most threads that encode
 */
public record OutputSpec(
    OutputFormat format,
    Optional<Bytes> iccProfile,
    Metadata metadata,
    Orientation orientation,
    String software,
    int jpegQuality,
    boolean deflate,
    boolean overwrite,
    int bandRows,
    int threads) {

  /** Visually lossless for photographs. */
  public static final int DEFAULT_JPEG_QUALITY = 95;

  /** Enough rows to keep the cost of a pull small; 64 rows of a 100 MPix picture are 9 MB. */
  public static final int DEFAULT_BAND_ROWS = 64;

  public OutputSpec {
    if (jpegQuality < 1 || jpegQuality > 100) {
      throw new IllegalArgumentException("JPEG quality " + jpegQuality + " is not 1 to 100");
    }
    if (bandRows < 1 || threads < 1) {
      throw new IllegalArgumentException("band rows and threads are at least 1");
    }
  }

  /** That format with no profile and no metadata; Deflate for TIFF; nothing is overwritten. */
  public static OutputSpec of(OutputFormat format, String software) {
    return new OutputSpec(
        format,
        Optional.empty(),
        Metadata.NONE,
        Orientation.NORMAL,
        software,
        DEFAULT_JPEG_QUALITY,
        true,
        false,
        DEFAULT_BAND_ROWS,
        Runtime.getRuntime().availableProcessors());
  }

  /** With this profile, or none. */
  public OutputSpec withIccProfile(Optional<Bytes> profile) {
    return new OutputSpec(
        format,
        profile,
        metadata,
        orientation,
        software,
        jpegQuality,
        deflate,
        overwrite,
        bandRows,
        threads);
  }

  /** With this metadata. */
  public OutputSpec withMetadata(Metadata kept) {
    return new OutputSpec(
        format,
        iccProfile,
        kept,
        orientation,
        software,
        jpegQuality,
        deflate,
        overwrite,
        bandRows,
        threads);
  }

  /** With rows that are to be turned by the viewer. */
  public OutputSpec withOrientation(Orientation turned) {
    return new OutputSpec(
        format,
        iccProfile,
        metadata,
        turned,
        software,
        jpegQuality,
        deflate,
        overwrite,
        bandRows,
        threads);
  }

  /** With this JPEG quality, 1 to 100. */
  public OutputSpec withJpegQuality(int quality) {
    return new OutputSpec(
        format,
        iccProfile,
        metadata,
        orientation,
        software,
        quality,
        deflate,
        overwrite,
        bandRows,
        threads);
  }

  /** With or without compression of a TIFF. */
  public OutputSpec withDeflate(boolean compressed) {
    return new OutputSpec(
        format,
        iccProfile,
        metadata,
        orientation,
        software,
        jpegQuality,
        compressed,
        overwrite,
        bandRows,
        threads);
  }

  /** With or without leave to replace a file that exists. */
  public OutputSpec withOverwrite(boolean replace) {
    return new OutputSpec(
        format,
        iccProfile,
        metadata,
        orientation,
        software,
        jpegQuality,
        deflate,
        replace,
        bandRows,
        threads);
  }

  /** With so many rows a pull and so many encoding threads. */
  public OutputSpec withBands(int rows, int encoders) {
    return new OutputSpec(
        format,
        iccProfile,
        metadata,
        orientation,
        software,
        jpegQuality,
        deflate,
        overwrite,
        rows,
        encoders);
  }
}
