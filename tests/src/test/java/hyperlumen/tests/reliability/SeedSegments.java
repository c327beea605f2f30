package hyperlumen.tests.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import hyperlumen.photo.Bytes;
import hyperlumen.photo.Metadata;
import hyperlumen.photo.Orientation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Metadata for the files that fuzzing begins with, so that their readers are reached, too. */
final class SeedSegments {

  private static final String GUID = "0123456789ABCDEF0123456789ABCDEF";

  private static final String PACKET =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
      xmlns:%s %s/></rdf:RDF></x:xmpmeta>""";

  private static final String XMP =
      PACKET.formatted("xmp=\"http://ns.adobe.com/xap/1.0/\"", "xmp:Rating=\"4\"");

  /** A title in one IPTC data set, and a rating in XMP. */
  static final Metadata METADATA =
      new Metadata(
          List.of(),
          Optional.of(new Bytes(XMP.getBytes(ISO_8859_1))),
          Optional.of(new Bytes(new byte[] {0x1c, 2, 5, 0, 4, 's', 'e', 'e', 'd'})),
          Orientation.NORMAL);

  private SeedSegments() {}

  /** The same JPEG, with a packet that names an extension of two parts, which follow. */
  static byte[] withExtendedXmp(byte[] jpeg) {
    String packet =
        PACKET.formatted(
            "xmpNote=\"http://ns.adobe.com/xmp/note/\"", "xmpNote:HasExtendedXMP=\"" + GUID + "\"");
    String extension =
        PACKET.formatted("dc=\"http://purl.org/dc/elements/1.1/\"", "dc:source=\"seed\"");
    int middle = extension.length() / 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    segment(out, "http://ns.adobe.com/xap/1.0/\0" + packet);
    part(out, extension, 0, middle);
    part(out, extension, middle, extension.length());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void part(ByteArrayOutputStream out, String whole, int from, int to) {
    byte[] place = ByteBuffer.allocate(8).putInt(whole.length()).putInt(from).array();
    segment(
        out,
        "http://ns.adobe.com/xmp/extension/\0"
            + GUID
            + new String(place, ISO_8859_1)
            + whole.substring(from, to));
  }

  private static void segment(ByteArrayOutputStream out, String content) {
    int length = content.length() + 2;
    out.write(0xff);
    out.write(0xe1);
    out.write(length >> 8);
    out.write(length);
    out.writeBytes(content.getBytes(ISO_8859_1));
  }
}
