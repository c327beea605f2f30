package hyperlumen.write;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.Size;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The application segments of a JPEG file: EXIF (CIPA DC-008, 4.7), XMP (XMP part 3, 1.1.3), IPTC
 * in a Photoshop resource, and the ICC profile in parts (ICC.1:2022, annex B.4).
 */
final class JpegSegmentWriter {

  /** A segment's length counts its own two bytes and has 16 bits. */
  private static final int MAX_CONTENT = 0xffff - 2;

  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP13 = 0xed;
  private static final int YCBCR_POSITIONING = 531;
  private static final int CENTRED = 1;
  private static final int IPTC_RESOURCE = 0x0404;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** All segments of a picture. */
  static byte[] segments(OutputSpec spec, Size size) {
    JpegSegmentWriter writer = new JpegSegmentWriter();
    writer.exif(spec, size);
    spec.metadata()
        .xmp()
        .ifPresent(xmp -> writer.xmp(XmpPacket.updated(xmp.array(), spec.orientation())));
    spec.metadata().iptc().map(Bytes::array).ifPresent(writer::iptc);
    spec.iccProfile().map(Bytes::array).ifPresent(writer::icc);
    return writer.out.toByteArray();
  }

  private void exif(OutputSpec spec, Size size) {
    byte[] name = ascii("Exif\0\0");
    ExifDirectories directories = ExifDirectories.ofBlock(spec, size);
    directories.main().putShorts(YCBCR_POSITIONING, CENTRED);
    byte[] block = directories.block(MAX_CONTENT - name.length, spec.metadata().exif());
    segment(APP1, name, block, 0, block.length);
  }

  /**
   * A packet too long for one segment even without its padding follows as extended XMP, named by
   * its digest in a short packet (XMP part 3, 1.1.3.1).
   */
  private void xmp(byte[] bare) {
    byte[] packet = XmpPacket.wrapped(bare);
    byte[] name = ascii("http://ns.adobe.com/xap/1.0/\0");
    int room = MAX_CONTENT - name.length;
    byte[] content = packet.length > room ? XmpPacket.withoutPadding(packet) : packet;
    if (content.length <= room) {
      segment(APP1, name, content, 0, content.length);
      return;
    }
    // An extension stands without a wrapper; the packet that names it has one.
    content = XmpPacket.unwrapped(content);
    String digest = digest(content);
    byte[] note =
        XmpPacket.wrapped(
            ascii(
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                    + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                    + " rdf:about=\"\" xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\""
                    + " xmpNote:HasExtendedXMP=\""
                    + digest
                    + "\"/></rdf:RDF></x:xmpmeta>"));
    byte[] guid = ascii(digest);
    segment(APP1, name, note, 0, note.length);
    byte[] extension = ascii("http://ns.adobe.com/xmp/extension/\0");
    ByteBuffer head = ByteBuffer.allocate(extension.length + guid.length + 8);
    int step = MAX_CONTENT - head.capacity();
    for (int at = 0; at < content.length; at += step) {
      head.clear().put(extension).put(guid).putInt(content.length).putInt(at);
      segment(APP1, head.array(), content, at, Math.min(step, content.length - at));
    }
  }

  /** The format names the extension by its MD5 digest; nothing is kept safe by it. */
  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(content);
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without MD5", e);
    }
  }

  /** A resource without a name; a longer block goes on in further segments. */
  private void iptc(byte[] block) {
    byte[] name = ascii("Photoshop 3.0\0");
    ByteBuffer resource = ByteBuffer.allocate(12 + block.length + block.length % 2);
    resource.put(ascii("8BIM")).putShort((short) IPTC_RESOURCE).putShort((short) 0);
    resource.putInt(block.length).put(block);
    int room = MAX_CONTENT - name.length;
    byte[] bytes = resource.array();
    for (int at = 0; at < bytes.length; at += room) {
      segment(APP13, name, bytes, at, Math.min(room, bytes.length - at));
    }
  }

  private void icc(byte[] profile) {
    byte[] name = ascii("ICC_PROFILE\0\0\0");
    int room = MAX_CONTENT - name.length;
    int count = Math.ceilDiv(profile.length, room);
    for (int part = 0; part < count; part++) {
      name[12] = (byte) (part + 1);
      name[13] = (byte) count;
      segment(APP2, name, profile, part * room, Math.min(room, profile.length - part * room));
    }
  }

  private void segment(int marker, byte[] name, byte[] content, int from, int count) {
    int length = 2 + name.length + count;
    out.write(0xff);
    out.write(marker);
    out.write(length >> 8);
    out.write(length);
    out.writeBytes(name);
    out.write(content, from, count);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
