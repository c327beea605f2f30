package hyperlumen.write;

import hyperlumen.photo.Orientation;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XMP packet brought up to date as text, so that nothing else in it changes: the orientation is
 * the output's; embedded thumbnails are left out, and so are settings of Camera Raw (crs), which
 * were chosen for the source and would be applied to the result a second time.
 */
final class XmpPacket {

  private static final Pattern ORIENTATION =
      Pattern.compile("(tiff:Orientation\\s*(?:=\\s*[\"']|>)\\s*)[1-8](\\s*[\"'<])");

  /** One blank before it, since a run of blanks would be looked through from each of its places. */
  private static final Pattern CAMERA_RAW_ATTRIBUTE =
      Pattern.compile("\\scrs:[\\w.-]++=(?:\"[^\"]*+\"|'[^']*+')");

  private static final String CAMERA_RAW = "<crs:";

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
    text = CAMERA_RAW_ATTRIBUTE.matcher(withoutCameraRaw(text)).replaceAll("");
    Matcher matcher = ORIENTATION.matcher(text);
    return matcher
        .replaceAll("$1" + orientation.exif() + "$2")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Leaves out the elements of Camera Raw, up to the first that is not closed. */
  private static String withoutCameraRaw(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (int start = text.indexOf(CAMERA_RAW); start >= 0; start = text.indexOf(CAMERA_RAW, from)) {
      int tagEnd = text.indexOf('>', start);
      if (tagEnd < 0) {
        break;
      }
      int end = tagEnd + 1;
      if (text.charAt(tagEnd - 1) != '/') {
        String name = text.substring(start + 1, tagEnd).split("\\s", 2)[0];
        String closing = "</" + name + ">";
        end = text.indexOf(closing, tagEnd);
        if (end < 0) {
          break;
        }
        end += closing.length();
      }
      kept.append(text, from, start);
      from = end;
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** The packet in the wrapper by which it is found (XMP part 1, 7.3.2); one of its own stays. */
  static byte[] wrapped(byte[] packet) {
    String content = new String(packet, StandardCharsets.ISO_8859_1);
    if (content.contains("<?xpacket begin")) {
      return packet;
    }
    return ("<?xpacket begin=\"\u00ef\u00bb\u00bf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + content
            + "\n<?xpacket end=\"r\"?>")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What stands in the wrapper, if there is one. */
  static byte[] unwrapped(byte[] packet) {
    String text = new String(packet, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf("<?xpacket begin");
    int start = begin < 0 ? -1 : text.indexOf("?>", begin);
    int end = text.lastIndexOf("<?xpacket end");
    return begin < 0 || start < 0 || end < start
        ? packet
        : text.substring(start + 2, end).strip().getBytes(StandardCharsets.ISO_8859_1);
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
