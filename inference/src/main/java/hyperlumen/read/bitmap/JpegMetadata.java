package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What the application segments of a JPEG file hold: EXIF (CIPA DC-008, 4.7), XMP (XMP part 3,
 * 1.1.3) with its extension, the ICC profile in parts (ICC.1:2022, annex B.4), IPTC among
 * Photoshop's resources, and Adobe's colour transform.
 */
final class JpegMetadata {

  private static final String EXIF = "Exif\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String ICC = "ICC_PROFILE\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";

  private final PictureMetadata blocks = new PictureMetadata();
  private final Map<Integer, byte[]> iccParts = new TreeMap<>();
  private final ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
  private final ExtendedXmp extendedXmp = new ExtendedXmp();
  private Optional<byte[]> xmp = Optional.empty();
  private int iccCount;
  private boolean jfif;
  private OptionalInt adobeTransform = OptionalInt.empty();

  /** Takes one application segment. */
  void take(FileView view, int marker, long at, int length) throws PhotoException {
    switch (marker) {
      case 0xe0 -> jfif |= view.startsWith(at, "JFIF\0");
      case 0xe1 -> {
        // One byte of padding stands behind the name; what it holds does not matter.
        if (view.startsWith(at, EXIF) && length > EXIF.length() + 1) {
          blocks.exif(view.copy(at + EXIF.length() + 1, length - EXIF.length() - 1));
        } else if (view.startsWith(at, XMP) && length > XMP.length()) {
          if (xmp.isEmpty()) {
            xmp = Optional.of(view.copy(at + XMP.length(), length - XMP.length()));
          }
        } else if (view.startsWith(at, ExtendedXmp.NAME) && length > ExtendedXmp.NAME.length()) {
          int skip = ExtendedXmp.NAME.length();
          extendedXmp.take(view.copy(at + skip, length - skip));
        }
      }
      case 0xe2 -> {
        int skip = ICC.length() + 2;
        if (view.startsWith(at, ICC) && length > skip) {
          iccCount = view.u8(at + ICC.length() + 1);
          iccParts.putIfAbsent(view.u8(at + ICC.length()), view.copy(at + skip, length - skip));
        }
      }
      case 0xed -> {
        if (view.startsWith(at, PHOTOSHOP) && length > PHOTOSHOP.length()) {
          int skip = PHOTOSHOP.length();
          photoshop.writeBytes(view.copy(at + skip, length - skip));
        }
      }
      case 0xee -> {
        if (view.startsWith(at, "Adobe") && length >= 12) {
          adobeTransform = OptionalInt.of(view.u8(at + 11));
        }
      }
      default -> {}
    }
  }

  /** Everything found, the parts put together. */
  PictureMetadata finish() {
    if (iccCount > 0 && iccParts.size() == iccCount) {
      ByteArrayOutputStream profile = new ByteArrayOutputStream();
      iccParts.values().forEach(profile::writeBytes);
      blocks.icc(profile.toByteArray());
    }
    PhotoshopResources.iptc(photoshop.toByteArray()).ifPresent(blocks::iptc);
    xmp.ifPresent(packet -> blocks.xmp(extendedXmp.joined(packet)));
    extendedXmp.loss().ifPresent(blocks::loss);
    return blocks;
  }

  /**
   * Whether the three components are red, green, blue and not YCbCr: JFIF means YCbCr, then Adobe's
   * segment decides, then the components' names; YCbCr otherwise.
   */
  boolean isRgb(JpegFrame frame) {
    if (jfif) {
      return false;
    }
    return adobeTransform.isPresent() ? adobeTransform.getAsInt() == 0 : frame.letters();
  }
}
