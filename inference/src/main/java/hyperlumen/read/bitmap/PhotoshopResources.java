package hyperlumen.read.bitmap;

import java.util.Arrays;
import java.util.Optional;

/** The IPTC block among Photoshop's image resources, as JPEG and PNG files carry them. */
final class PhotoshopResources {

  private static final int IPTC_RESOURCE = 0x0404;

  private PhotoshopResources() {}

  /** Resource: "8BIM", number, Pascal string padded to even, length, data padded to even. */
  static Optional<byte[]> iptc(byte[] resources) {
    long at = 0;
    while (at + 12 <= resources.length) {
      int start = (int) at;
      int number = u16(resources, start + 4);
      long nameEnd = at + 6 + ((2 + (resources[start + 6] & 0xff)) & ~1);
      if (nameEnd + 4 > resources.length) {
        return Optional.empty();
      }
      int lengthAt = (int) nameEnd;
      long length = (long) u16(resources, lengthAt) << 16 | u16(resources, lengthAt + 2);
      if (nameEnd + 4 + length > resources.length) {
        return Optional.empty();
      }
      if (number == IPTC_RESOURCE) {
        return Optional.of(
            Arrays.copyOfRange(resources, lengthAt + 4, lengthAt + 4 + (int) length));
      }
      at = nameEnd + 4 + ((length + 1) & ~1L);
    }
    return Optional.empty();
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
