package hyperlumen.read.bitmap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a JPEG file's XMP that is too long for one segment (XMP part 3, 1.1.3.1): its parts
 * name it by the digest that the packet itself names, and say where they belong. What is not whole,
 * not named or too long is left out, the packet no longer speaks of it, and {@link #loss} says so.
 * Not thread-safe.
 */
final class ExtendedXmp {

  /** The name of a segment that holds a part. */
  static final String NAME = "http://ns.adobe.com/xmp/extension/\0";

  private static final int GUID_BYTES = 32;

  /** Digest, length of the whole, place of the part. */
  private static final int HEAD_BYTES = GUID_BYTES + 8;

  private static final Pattern NOTE =
      Pattern.compile(
          "\\sxmpNote:HasExtendedXMP\\s?=\\s?[\"']([0-9A-Fa-f]{32})[\"']"
              + "|<xmpNote:HasExtendedXMP>([0-9A-Fa-f]{32})</xmpNote:HasExtendedXMP>");

  private static final String LOST = "its extended XMP is left out: ";
  private static final String RDF_START = "<rdf:RDF";
  private static final String RDF_END = "</rdf:RDF>";

  private record Part(String guid, long whole, long offset, byte[] bytes) {}

  private final List<Part> parts = new ArrayList<>();
  private long total;
  private boolean tooLong;
  private boolean asked;
  private Optional<String> loss = Optional.empty();

  /** Takes what stands behind the name of a segment. */
  void take(byte[] content) {
    int bytes = content.length - HEAD_BYTES;
    if (bytes <= 0 || total + bytes > BitmapLimits.MAX_XMP_BYTES) {
      tooLong |= bytes > 0;
      return;
    }
    total += bytes;
    ByteBuffer head = ByteBuffer.wrap(content);
    byte[] guid = new byte[GUID_BYTES];
    byte[] part = new byte[bytes];
    head.get(guid);
    long whole = Integer.toUnsignedLong(head.getInt());
    long offset = Integer.toUnsignedLong(head.getInt());
    head.get(part);
    parts.add(new Part(latin(guid), whole, offset, part));
  }

  /** The packet with the properties of the extension that it names. */
  byte[] joined(byte[] packet) {
    asked = true;
    String text = latin(packet);
    Matcher note = NOTE.matcher(text);
    if (!note.find()) {
      if (!parts.isEmpty() || tooLong) {
        loss = Optional.of(LOST + "the packet does not name it");
      }
      return packet;
    }
    String guid = note.group(1) != null ? note.group(1) : note.group(2);
    String plain = text.substring(0, note.start()) + text.substring(note.end());
    int end = plain.lastIndexOf(RDF_END);
    Optional<String> whole = whole(guid);
    Optional<String> properties = whole.flatMap(ExtendedXmp::properties);
    if (end >= 0 && properties.isPresent()) {
      plain = plain.substring(0, end) + properties.get() + plain.substring(end);
    } else if (tooLong) {
      loss = Optional.of(LOST + "it is longer than " + (BitmapLimits.MAX_XMP_BYTES >> 20) + " MB");
    } else {
      loss =
          Optional.of(
              LOST
                  + (whole.isPresent()
                      ? "it cannot be joined with the packet"
                      : "a part of it is missing or is named otherwise"));
    }
    return plain.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Why the extension was left out, as a clause for the user; empty where nothing was. */
  Optional<String> loss() {
    return !asked && (!parts.isEmpty() || tooLong)
        ? Optional.of(LOST + "there is no packet that names it")
        : loss;
  }

  /** All parts of that digest put together, if they fit together without a gap. */
  private Optional<String> whole(String guid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Part> own =
        parts.stream()
            .filter(part -> part.guid().equalsIgnoreCase(guid))
            .sorted(Comparator.comparingLong(Part::offset))
            .toList();
    for (Part part : own) {
      if (part.offset() != out.size() || part.whole() != own.getFirst().whole()) {
        return Optional.empty();
      }
      out.writeBytes(part.bytes());
    }
    return own.isEmpty() || out.size() != own.getFirst().whole()
        ? Optional.empty()
        : Optional.of(latin(out.toByteArray()));
  }

  /**
   * What stands inside the extension's RDF element. One that declares names there other than RDF's
   * cannot be moved without them.
   */
  private static Optional<String> properties(String extension) {
    int start = extension.indexOf(RDF_START);
    int open = start < 0 ? -1 : extension.indexOf('>', start);
    int end = extension.lastIndexOf(RDF_END);
    if (open < 0 || end < open) {
      return Optional.empty();
    }
    String declared = extension.substring(start, open).replace("xmlns:rdf=", "");
    return declared.contains("xmlns") || extension.charAt(open - 1) == '/'
        ? Optional.empty()
        : Optional.of(extension.substring(open + 1, end));
  }

  /** One byte is one character, so that no text changes. */
  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
