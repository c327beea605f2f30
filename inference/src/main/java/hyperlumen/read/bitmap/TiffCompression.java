package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.read.tiff.ByteView;

/** The compressions of TIFF pictures that are read. */
enum TiffCompression {
  NONE("uncompressed", 1, false),
  /** A 12-bit code stands for at most some 3900 bytes (TIFF 6.0, section 13). */
  LZW("LZW", 4096, true),
  DEFLATE("Deflate", BitmapLimits.DEFLATE_RATIO, true),
  /** Two bytes stand for at most 128 (TIFF 6.0, section 9). */
  PACK_BITS("PackBits", 64, false);

  private final String words;
  private final long largestRatio;
  private final boolean hasPredictor;

  TiffCompression(String words, long largestRatio, boolean hasPredictor) {
    this.words = words;
    this.largestRatio = largestRatio;
    this.hasPredictor = hasPredictor;
  }

  /** The compression with this TIFF number. */
  static TiffCompression of(ByteView view, int number) throws PhotoException {
    return switch (number) {
      case 1 -> NONE;
      case 5 -> LZW;
      case 8, 32946 -> DEFLATE;
      case 32773 -> PACK_BITS;
      default ->
          throw new PhotoException(
              Kind.UNSUPPORTED,
              view.file(),
              "is a TIFF whose compression is not supported: " + refused(number));
    };
  }

  private static String refused(int number) {
    return switch (number) {
      case 2, 3, 4 -> "fax";
      case 6, 7 -> "JPEG";
      case 34925 -> "LZMA";
      case 50000 -> "Zstandard";
      case 50001 -> "WebP";
      case 50002, 52546 -> "JPEG XL";
      default -> "unknown (number " + number + ")";
    };
  }

  /** Its name. */
  String words() {
    return words;
  }

  /** Most decompressed bytes that one stored byte can stand for. */
  long largestRatio() {
    return largestRatio;
  }

  /** Whether the Predictor tag applies. */
  boolean hasPredictor() {
    return hasPredictor;
  }
}
