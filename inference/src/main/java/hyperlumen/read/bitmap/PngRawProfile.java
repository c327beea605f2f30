package hyperlumen.read.bitmap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A metadata block that programs keep in a text chunk of PNG, for which the standard has no place:
 * a line with its name, one with its length, then lines of hexadecimal digits (ImageMagick's "Raw
 * profile type", which exiftool writes too).
 */
final class PngRawProfile {

  private static final byte[] PHOTOSHOP = {'8', 'B', 'I', 'M'};

  private PngRawProfile() {}

  /** The block's bytes, or nothing where the text is none or its length is not the one declared. */
  static Optional<byte[]> bytes(byte[] text) {
    String content = new String(text, StandardCharsets.ISO_8859_1).strip();
    int name = content.indexOf('\n');
    String rest = name < 0 ? "" : content.substring(name).strip();
    int lengthEnd = rest.indexOf('\n');
    if (lengthEnd < 0) {
      return Optional.empty();
    }
    try {
      int length = Integer.parseInt(rest.substring(0, lengthEnd).strip());
      StringBuilder digits = new StringBuilder(rest.length());
      rest.substring(lengthEnd).lines().forEach(line -> digits.append(line.strip()));
      byte[] block = HexFormat.of().parseHex(digits);
      return length == block.length ? Optional.of(block) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The IPTC block, which stands there as it is or among Photoshop's resources. */
  static Optional<byte[]> iptc(byte[] text) {
    return bytes(text)
        .flatMap(
            block ->
                block.length > 4 && Arrays.equals(block, 0, 4, PHOTOSHOP, 0, 4)
                    ? PhotoshopResources.iptc(block)
                    : Optional.of(block));
  }
}
