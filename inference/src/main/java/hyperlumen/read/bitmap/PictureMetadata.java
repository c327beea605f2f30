package hyperlumen.read.bitmap;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.TiffFile;
import hyperlumen.read.tiff.TiffMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the metadata blocks found while a file is walked. A block that makes no sense is left
 * out: a picture is not refused for it. Not thread-safe.
 */
final class PictureMetadata {

  private static final int ICC_HEADER_BYTES = 128;
  private static final String TOO_MUCH_TEXT =
      "its text chunks are too many or too long; the last of them are left out";

  private Optional<byte[]> exif = Optional.empty();
  private Optional<Bytes> xmp = Optional.empty();
  private Optional<Bytes> iptc = Optional.empty();
  private Optional<byte[]> icc = Optional.empty();
  private final List<Bytes> pngText = new ArrayList<>();
  private int pngTextBytes;
  private final List<String> losses = new ArrayList<>();

  /** Takes an EXIF block that begins with its TIFF header; the first one counts. */
  void exif(byte[] block) {
    if (exif.isEmpty() && block.length <= BitmapLimits.MAX_EXIF_BYTES) {
      exif = Optional.of(block);
    }
  }

  /** Takes an XMP packet in UTF-8; the first one counts. */
  void xmp(byte[] packet) {
    if (xmp.isEmpty() && packet.length > 0 && packet.length <= BitmapLimits.MAX_XMP_BYTES) {
      xmp = Optional.of(new Bytes(packet));
    }
  }

  /** Takes an IPTC-IIM block; the first one counts. */
  void iptc(byte[] block) {
    if (iptc.isEmpty() && block.length > 0) {
      iptc = Optional.of(new Bytes(block));
    }
  }

  /** Takes an ICC profile; the first one counts. */
  void icc(byte[] profile) {
    if (icc.isEmpty()) {
      icc = Optional.of(profile);
    }
  }

  /** Takes a text chunk of a PNG file: its type of four letters and its content. */
  void pngText(byte[] chunk) {
    if (pngText.size() < BitmapLimits.MAX_TEXT_CHUNKS
        && pngTextBytes + chunk.length <= BitmapLimits.MAX_TEXT_BYTES) {
      pngTextBytes += chunk.length;
      pngText.add(new Bytes(chunk));
    } else if (!losses.contains(TOO_MUCH_TEXT)) {
      losses.add(TOO_MUCH_TEXT);
    }
  }

  /** Notes that something was found and cannot be kept, as one clause for the user. */
  void loss(String clause) {
    losses.add(clause);
  }

  /** The profile, if it is one and is for pictures of that many channels (ICC.1:2022, 7.2). */
  Optional<Bytes> iccFor(int channels) {
    String space = channels <= 2 ? "GRAY" : "RGB ";
    return icc.filter(
            profile ->
                profile.length > ICC_HEADER_BYTES
                    && profile.length <= BitmapLimits.MAX_ICC_BYTES
                    && ascii(profile, 36).equals("acsp")
                    && ascii(profile, 16).equals(space))
        .map(Bytes::new);
  }

  /** All that was found; the EXIF block's own XMP and IPTC count where the file has no other. */
  Metadata metadata(Path file) {
    Metadata fromExif = exif.map(block -> parse(file, block)).orElse(Metadata.NONE);
    return new Metadata(
        fromExif.exif(),
        xmp.or(fromExif::xmp),
        iptc.or(fromExif::iptc),
        fromExif.orientation(),
        pngText,
        losses);
  }

  private static Metadata parse(Path file, byte[] block) {
    try {
      return TiffMetadata.of(TiffFile.parseExif(file, block));
    } catch (PhotoException e) {
      return Metadata.NONE;
    }
  }

  private static String ascii(byte[] bytes, int offset) {
    return new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
  }
}
