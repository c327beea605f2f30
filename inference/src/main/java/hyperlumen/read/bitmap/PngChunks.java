package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The chunks of a PNG file (W3C PNG, third edition, chapter 5): header, palette, where the picture
 * data lie, and the metadata. Damage in a chunk the pixels do not need leaves that chunk out.
 */
final class PngChunks {

  private static final int SIGNATURE_BYTES = 8;

  /** Length, type and checksum of a chunk. */
  private static final int CHUNK_OVERHEAD = 12;

  /** Letters of a keyword (11.3.3). */
  private static final int LONGEST_KEYWORD = 79;

  private static final int TRANSFER_PQ = 16;
  private static final int TRANSFER_HLG = 18;

  /** Where the bytes of one IDAT chunk lie. */
  record Piece(long offset, int length) {}

  private final FileView view;
  private final byte[] block = new byte[1 << 16];
  private final PictureMetadata metadata = new PictureMetadata();
  private final List<Piece> data = new ArrayList<>();
  private Optional<PngHeader> header = Optional.empty();
  private byte[] palette = {};
  private byte[] transparency = {};

  /** Walks the file from its first to its last chunk. */
  PngChunks(FileView view) throws PhotoException {
    this.view = view;
    long at = SIGNATURE_BYTES;
    boolean ended = false;
    while (!ended && at + CHUNK_OVERHEAD <= view.length()) {
      long length = view.u32(at);
      String type = new String(view.copy(at + 4, 4), StandardCharsets.ISO_8859_1);
      if (header.isEmpty() && !type.equals("IHDR")) {
        throw view.damaged("does not begin with an IHDR chunk");
      }
      if (length > view.length() - at - CHUNK_OVERHEAD) {
        throw view.damaged("ends inside the " + printable(type) + " chunk at byte " + at);
      }
      ended = type.equals("IEND");
      take(type, at, (int) length);
      at += CHUNK_OVERHEAD + length;
    }
    if (data.isEmpty()) {
      throw view.damaged("has no picture data (IDAT chunk)");
    }
  }

  PngHeader header() {
    return header.orElseThrow();
  }

  /** Red, green, blue of each palette entry. */
  byte[] palette() {
    return palette;
  }

  /** The tRNS chunk: alpha of palette entries, or the transparent colour. */
  byte[] transparency() {
    return transparency;
  }

  List<Piece> data() {
    return data;
  }

  PictureMetadata metadata() {
    return metadata;
  }

  private void take(String type, long at, int length) throws PhotoException {
    boolean critical = (type.charAt(0) & 0x20) == 0;
    if (!checksumRight(at, length)) {
      if (critical) {
        throw view.damaged("has a wrong checksum in the " + printable(type) + " chunk at " + at);
      }
      return;
    }
    long content = at + 8;
    switch (type) {
      case "IHDR" -> {
        if (header.isPresent()) {
          throw view.damaged("has two IHDR chunks");
        }
        header = Optional.of(PngHeader.read(view, content, length));
      }
      case "PLTE" -> palette = palette(content, length);
      case "tRNS" -> transparency = view.copy(content, Math.min(length, 256));
      case "IDAT" -> data.add(new Piece(content, length));
      case "iCCP" -> profile(view.copy(content, length));
      case "eXIf" -> metadata.exif(view.copy(content, length));
      case "iTXt", "zTXt", "tEXt" -> text(type, at, length);
      case "cICP" -> refuseHighDynamicRange(content, length);
      default -> {
        if (critical && !type.equals("IEND")) {
          throw view.unsupported("needs the unknown PNG chunk " + printable(type));
        }
      }
    }
  }

  private boolean checksumRight(long at, int length) throws PhotoException {
    CRC32 crc = new CRC32();
    for (int done = 0; done < length + 4; done += block.length) {
      int count = Math.min(block.length, length + 4 - done);
      view.copy(at + 4 + done, block, 0, count);
      crc.update(block, 0, count);
    }
    return crc.getValue() == view.u32(at + 8 + length);
  }

  private byte[] palette(long content, int length) throws PhotoException {
    if (length == 0 || length % 3 != 0 || length > 256 * 3) {
      throw view.damaged("has a palette of " + length + " bytes");
    }
    return view.copy(content, length);
  }

  /** HDR pictures look wrong when their code values are taken for sRGB (ITU-T H.273, table 3). */
  private void refuseHighDynamicRange(long content, int length) throws PhotoException {
    int transfer = length >= 4 ? view.u8(content + 1) : 0;
    if (transfer == TRANSFER_PQ || transfer == TRANSFER_HLG) {
      throw view.unsupported("is a high-dynamic-range PNG (cICP), which is not supported");
    }
  }

  /** Name, zero, method, zlib stream. */
  private void profile(byte[] chunk) {
    int name = indexOfZero(chunk, 0);
    if (name >= 0 && name + 2 <= chunk.length) {
      inflate(chunk, name + 2, BitmapLimits.MAX_ICC_BYTES).ifPresent(metadata::icc);
    }
  }

  /** Metadata that programs keep as text count as such; other text is kept as it is. */
  private void text(String type, long at, int length) throws PhotoException {
    long content = at + 8;
    int head = Math.min(length, LONGEST_KEYWORD + 1);
    String start = new String(view.copy(content, head), StandardCharsets.ISO_8859_1);
    int zero = start.indexOf('\0');
    String keyword = zero < 0 ? "" : start.substring(0, zero);
    if (keyword.equals("XML:com.adobe.xmp")) {
      if (type.equals("iTXt")) {
        internationalText(view.copy(content, length));
      }
    } else if (keyword.startsWith("Raw profile type ")) {
      rawProfile(type, view.copy(content, length));
    } else if (!keyword.isEmpty()
        && !keyword.equals("Software")
        && !keyword.startsWith("Thumb::")) {
      metadata.pngText(view.copy(at + 4, length + 4));
    }
  }

  /** Keyword, zero and text, or keyword, zero, method and zlib stream. */
  private void rawProfile(String type, byte[] chunk) {
    byte[] keyword = "Raw profile type iptc\0".getBytes(StandardCharsets.ISO_8859_1);
    int start = keyword.length;
    if (chunk.length <= start || !Arrays.equals(chunk, 0, start, keyword, 0, start)) {
      return;
    }
    Optional<byte[]> text =
        type.equals("tEXt")
            ? Optional.of(Arrays.copyOfRange(chunk, start, chunk.length))
            : inflate(chunk, start + 1, BitmapLimits.MAX_RAW_PROFILE_BYTES);
    text.flatMap(PngRawProfile::iptc).ifPresent(metadata::iptc);
  }

  /** Keyword, zero, compressed, method, language, zero, translation, zero, text. */
  private void internationalText(byte[] chunk) {
    String keyword = "XML:com.adobe.xmp\0";
    if (chunk.length < keyword.length() + 2
        || !new String(chunk, 0, keyword.length(), StandardCharsets.ISO_8859_1).equals(keyword)) {
      return;
    }
    boolean compressed = chunk[keyword.length()] == 1;
    int language = indexOfZero(chunk, keyword.length() + 2);
    int translation = language < 0 ? -1 : indexOfZero(chunk, language + 1);
    if (translation < 0) {
      return;
    }
    if (compressed) {
      inflate(chunk, translation + 1, BitmapLimits.MAX_XMP_BYTES).ifPresent(metadata::xmp);
    } else {
      metadata.xmp(Arrays.copyOfRange(chunk, translation + 1, chunk.length));
    }
  }

  private static int indexOfZero(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The bytes of a zlib stream, or nothing if it is damaged or longer than {@code limit}. */
  private static Optional<byte[]> inflate(byte[] chunk, int from, int limit) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(chunk, from, chunk.length - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 || out.size() + count > limit) {
          return Optional.empty();
        }
        out.write(buffer, 0, count);
      }
      return Optional.of(out.toByteArray());
    } catch (DataFormatException e) {
      return Optional.empty();
    }
  }

  private static String printable(String type) {
    return type.chars().allMatch(c -> c > 32 && c < 127) ? type : "unreadable";
  }
}
