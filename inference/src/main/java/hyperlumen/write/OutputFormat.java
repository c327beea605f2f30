package hyperlumen.write;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The files a picture can be written to: container and samples. */
public enum OutputFormat {
  PNG8("png", 8),
  PNG16("png", 16),
  TIFF8("tif", 8),
  TIFF16("tif", 16),
  /** 32-bit floating point, nothing clipped. */
  TIFF32F("tif", 32),
  JPEG("jpg", 8),
  /** Demosaiced camera RGB, to be developed by a RAW converter. */
  DNG("dng", 16);

  private final String extension;
  private final int bits;

  OutputFormat(String extension, int bits) {
    this.extension = extension;
    this.bits = bits;
  }

  /**
   * The format with this {@link #id()}, in any case; what people type instead of one is understood:
   * jpg, and png, tif and tiff for 16 bits.
   */
  public static Optional<OutputFormat> ofId(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    String meant =
        switch (lower) {
          case "jpg" -> "jpeg";
          case "png" -> "png16";
          case "tif", "tiff" -> "tiff16";
          default -> lower;
        };
    return Arrays.stream(values()).filter(format -> format.id().equals(meant)).findFirst();
  }

  /** Its name on the command line: png8, png16, tiff8, tiff16, tiff32f, jpeg, dng. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The ending of file names, without the dot. */
  public String extension() {
    return extension;
  }

  /** Bits of a sample: 8, 16 or 32. */
  public int bits() {
    return bits;
  }
}
