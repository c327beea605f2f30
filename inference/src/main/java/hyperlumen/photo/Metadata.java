package hyperlumen.photo;

import java.util.ArrayList;
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
 * @param pngText text chunks of a PNG file, each its type of four letters and its content, in file
 *     order
 * @param losses what of it could not be kept, one clause each, for the user
 */
public record Metadata(
    List<ExifEntry> exif,
    Optional<Bytes> xmp,
    Optional<Bytes> iptc,
    Orientation orientation,
    List<Bytes> pngText,
    List<String> losses) {

  /** No metadata, upright. */
  public static final Metadata NONE =
      new Metadata(List.of(), Optional.empty(), Optional.empty(), Orientation.NORMAL);

  public Metadata {
    exif = List.copyOf(exif);
    pngText = List.copyOf(pngText);
    losses = List.copyOf(losses);
  }

  /** Metadata of which nothing was lost, of a file that is no PNG. */
  public Metadata(
      List<ExifEntry> exif, Optional<Bytes> xmp, Optional<Bytes> iptc, Orientation orientation) {
    this(exif, xmp, iptc, orientation, List.of(), List.of());
  }

  /** The same with other EXIF tags and another XMP packet. */
  public Metadata with(List<ExifEntry> otherExif, Optional<Bytes> otherXmp) {
    return new Metadata(otherExif, otherXmp, iptc, orientation, pngText, losses);
  }

  /** The same with another clause on what could not be kept. */
  public Metadata withLoss(String clause) {
    List<String> all = new ArrayList<>(losses);
    all.add(clause);
    return new Metadata(exif, xmp, iptc, orientation, pngText, all);
  }
}
