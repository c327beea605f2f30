package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.nio.file.Path;

/** What a picture may declare before memory is asked for it. */
final class BitmapLimits {

  /** Text chunks of a PNG file that are kept; real files have a dozen. */
  static final int MAX_TEXT_CHUNKS = 1000;

  /** Bytes of all text chunks of a PNG file together that are kept. */
  static final int MAX_TEXT_BYTES = 1 << 20;

  /** Four times the largest camera sensor of 2026 (100 MPix); keeps sample indices in an int. */
  static final long MAX_PIXELS = 400_000_000L;

  /** The widest stitched panoramas have some 300 000 columns; keeps a row's bytes in an int. */
  static final long MAX_SIDE = 1_000_000;

  /** Deflate cannot do better: 258 bytes from two bits (RFC 1951), 1032 to 1. */
  static final long DEFLATE_RATIO = 1032;

  /**
   * A progressive JPEG can spend one bit on each 8x8 block of its first scan, so 512 pixels on a
   * byte; twice that leaves room for subsampled colour.
   */
  static final long JPEG_PIXELS_PER_BYTE = 1024;

  /** Cameras write 10 scans, the thriftiest optimisers under 20; each one costs a whole pass. */
  static final int MAX_JPEG_SCANS = 100;

  /**
   * Pixels times scans on a byte of a progressive JPEG: each scan is a pass over the picture. A
   * white page of any size in ten scans has 3400.
   */
  static final long JPEG_SCAN_PIXELS_PER_BYTE = 8192;

  /** The largest profiles with tables that printers use have some 4 MB. */
  static final int MAX_ICC_BYTES = 16 << 20;

  /** XMP with a long edit history reaches some MB. */
  static final int MAX_XMP_BYTES = 16 << 20;

  /** IPTC has some KB; two digits and line ends make twice as many letters of it. */
  static final int MAX_RAW_PROFILE_BYTES = 2 << 20;

  /** MakerNotes with embedded previews reach some MB. */
  static final int MAX_EXIF_BYTES = 16 << 20;

  private BitmapLimits() {}

  /** Throws unless {@code width} x {@code height} is a picture of a size we take. */
  static void checkSize(Path file, long width, long height) throws PhotoException {
    if (width < 1 || height < 1) {
      throw new PhotoException(
          Kind.DAMAGED, file, "declares an empty picture of " + width + "x" + height + " pixels");
    }
    if (width > MAX_SIDE || height > MAX_SIDE || width > MAX_PIXELS / height) {
      throw new PhotoException(
          Kind.TOO_LARGE,
          file,
          "declares "
              + width
              + "x"
              + height
              + " pixels, more than the limit of "
              + MAX_PIXELS / 1_000_000
              + " million, or of "
              + MAX_SIDE
              + " on a side");
    }
  }

  /** Throws if {@code declared} units cannot come out of {@code stored} bytes. */
  static void checkRatio(Path file, String what, long declared, long stored, long perByte)
      throws PhotoException {
    if (declared / perByte > stored) {
      throw new PhotoException(
          Kind.DAMAGED,
          file,
          "declares " + what + ", but holds only " + stored + " bytes of picture data");
    }
  }
}
