package hyperlumen.photo;

import java.util.List;
import java.util.Optional;

/**
 * What a file says about the photo besides its pixels, as far as it is carried to the output.
 *
 * @param exif EXIF tags to keep, in file order; pointers, sizes and strip offsets are not among
 *     them
 * @param xmp the XMP packet, UTF-8
 * @param iptc the IPTC-IIM block
 * @param orientation how the stored pixels are turned to be upright
 */
public record Metadata(
    List<ExifEntry> exif, Optional<Bytes> xmp, Optional<Bytes> iptc, Orientation orientation) {

  /** No metadata, upright. */
  public static final Metadata NONE =
      new Metadata(List.of(), Optional.empty(), Optional.empty(), Orientation.NORMAL);

  public Metadata {
    exif = List.copyOf(exif);
  }
}
