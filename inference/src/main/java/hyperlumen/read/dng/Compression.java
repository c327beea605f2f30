package hyperlumen.read.dng;

import java.util.Optional;

/** The compressions of DNG 1.7 that are read (TIFF tag 259). */
enum Compression {
  /** Bits packed from the most significant on, rows beginning at a byte. */
  UNCOMPRESSED(1, "uncompressed", 1),
  /** JPEG process 14 (SOF3); a sample takes at least one bit. */
  LOSSLESS_JPEG(7, "lossless JPEG", 16),
  /** zlib; deflate shrinks at most 1032 times. */
  DEFLATE(8, "deflate", 1040),
  /** Baseline JPEG of 8 bit; a block of 64 samples takes at least about 6 bits of 512. */
  LOSSY_JPEG(34892, "lossy JPEG", 200);

  private final int code;
  private final String words;
  private final int largestRatio;

  Compression(int code, String words, int largestRatio) {
    this.code = code;
    this.words = words;
    this.largestRatio = largestRatio;
  }

  /** The compression with this number, if it is read. */
  static Optional<Compression> ofCode(int code) {
    for (Compression compression : values()) {
      if (compression.code == code) {
        return Optional.of(compression);
      }
    }
    return Optional.empty();
  }

  /** What a compression that is not read is called, for the message. */
  static String nameOf(int code) {
    return switch (code) {
      case 2, 3, 4 -> "fax compression (" + code + ")";
      case 5 -> "LZW compression";
      case 6 -> "old-style JPEG compression";
      case 9 -> "VC-5 compression (GoPro)";
      case 32773 -> "PackBits compression";
      case 34713 -> "Nikon compression";
      case 52546 -> "JPEG XL compression";
      default -> "compression " + code;
    };
  }

  /** How it is called. */
  String words() {
    return words;
  }

  /** More than the bytes it can decode to, per stored byte. */
  int largestRatio() {
    return largestRatio;
  }
}
