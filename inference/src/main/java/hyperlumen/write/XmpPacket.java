package hyperlumen.write;

import hyperlumen.photo.Orientation;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XMP packet brought up to date as text, so that nothing else in it changes: the orientation is
 * the output's, embedded thumbnails are left out.
 */
final class XmpPacket {

  private static final Pattern ORIENTATION =
      Pattern.compile("(tiff:Orientation\\s*(?:=\\s*[\"']|>)\\s*)[1-8](\\s*[\"'<])");

  private static final String THUMBNAILS = "<xmp:Thumbnails";
  private static final String THUMBNAILS_END = "</xmp:Thumbnails>";

  private XmpPacket() {}

  /** The packet for a picture with that orientation. */
  static byte[] updated(byte[] packet, Orientation orientation) {
    // One byte is one character, so that a packet in any encoding comes out as it was.
    String text = new String(packet, StandardCharsets.ISO_8859_1);
    int start = text.indexOf(THUMBNAILS);
    int end = start < 0 ? -1 : text.indexOf(THUMBNAILS_END, start);
    if (end >= 0) {
      text = text.substring(0, start) + text.substring(end + THUMBNAILS_END.length());
    }
    Matcher matcher = ORIENTATION.matcher(text);
    return matcher
        .replaceAll("$1" + orientation.exif() + "$2")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The packet without the white space that lets it be edited in place. */
  static byte[] withoutPadding(byte[] packet) {
    String text = new String(packet, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("<?xpacket end");
    if (end < 0) {
      return text.stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
    }
    String content = text.substring(0, end).stripTrailing();
    return (content + "\n" + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
  }
}
