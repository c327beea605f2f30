package hyperlumen.tests.reliability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small files that promise, or unpack to, far more than they hold. */
final class Bombs {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int INFLATED = 200 << 20;

  private Bombs() {}

  /** All of them by what they are. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    byte[] zeros = deflated(INFLATED);
    bombs.put("PNG of 2147483647 x 2147483647 pixels", png(Integer.MAX_VALUE, Integer.MAX_VALUE));
    bombs.put("PNG of 1000000 x 400 pixels without data", png(1_000_000, 400));
    bombs.put("PNG of 20000 x 20000 pixels in 200 KB", png(20_000, 20_000, chunk("IDAT", zeros)));
    bombs.put(
        "PNG with an ICC profile of 200 MB", png(8, 8, chunk("iCCP", named(zeros, "icc", 0))));
    bombs.put("PNG with XMP of 200 MB", png(8, 8, chunk("iTXt", xmp(zeros))));
    bombs.put(
        "PNG with a chunk of 2 GB", png(8, 8, new byte[] {0x7f, -1, -1, -1, 'I', 'D', 'A', 'T'}));
    bombs.put("JPEG of 65535 x 65535 pixels", jpeg());
    bombs.put(
        "TIFF of 4294967295 x 4294967295 pixels",
        tiff(0, entry(256, LONG, 1, -1), entry(257, LONG, 1, -1)));
    bombs.put("TIFF of 20000 x 20000 pixels in one empty strip", picture(20_000, 20_000, 1, 1));
    bombs.put("TIFF with 4294967295 strips", picture(8, 8, -1, 1));
    bombs.put(
        "TIFF whose directory follows itself",
        tiff(8, entry(256, LONG, 1, 8), entry(257, LONG, 1, 8)));
    bombs.put(
        "TIFF whose sub-directory is itself",
        tiff(0, entry(256, LONG, 1, 8), entry(330, LONG, 1, 8)));
    bombs.put("DNG of 4294967295 x 4294967295 pixels", dng(-1, -1, 8));
    bombs.put("DNG of 60000 x 60000 pixels without data", dng(60_000, 60_000, 8));
    bombs.put(
        "TIFF with 65535 tags",
        ByteBuffer.allocate(64)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 'I')
            .put((byte) 'I')
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) -1)
            .array());
    return bombs;
  }

  private static byte[] deflated(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] block = new byte[1 << 16];
      for (int i = 0; i < zeros; i += block.length) {
        out.write(block);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] png(int width, int height, byte[]... chunks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array();
    out.write(chunk("IHDR", header));
    for (byte[] chunk : chunks) {
      out.write(chunk);
    }
    out.write(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] named(byte[] content, String name, int... more) {
    ByteBuffer buffer = ByteBuffer.allocate(name.length() + 1 + more.length + content.length);
    buffer.put(name.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    for (int one : more) {
      buffer.put((byte) one);
    }
    return buffer.put(content).array();
  }

  private static byte[] xmp(byte[] content) {
    return named(content, "XML:com.adobe.xmp", 1, 0, 0, 0);
  }

  private static byte[] jpeg() {
    return new byte[] {
      -1,
      (byte) 0xd8,
      -1,
      (byte) 0xc0,
      0,
      17,
      8,
      -1,
      -1,
      -1,
      -1,
      3,
      1,
      0x11,
      0,
      2,
      0x11,
      1,
      3,
      0x11,
      1,
      -1,
      (byte) 0xda,
      0,
      12,
      3,
      1,
      0,
      2,
      0x11,
      3,
      0x11,
      0,
      63,
      0,
      0,
      -1,
      (byte) 0xd9
    };
  }

  /** One classic little-endian directory at 8. */
  private static byte[] tiff(int next, long[]... entries) {
    ByteBuffer buffer =
        ByteBuffer.allocate(14 + 12 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    buffer.putShort((short) entries.length);
    for (long[] entry : entries) {
      buffer.putShort((short) entry[0]).putShort((short) entry[1]);
      buffer.putInt((int) entry[2]).putInt((int) entry[3]);
    }
    return buffer.putInt(next).array();
  }

  private static long[] entry(int tag, int type, int count, int value) {
    return new long[] {tag, type, count, value};
  }

  private static byte[] picture(int width, int height, int strips, int compression) {
    return tiff(
        0,
        entry(256, LONG, 1, width),
        entry(257, LONG, 1, height),
        entry(258, SHORT, 1, 8),
        entry(259, SHORT, 1, compression),
        entry(262, SHORT, 1, 1),
        entry(273, LONG, strips, 8),
        entry(277, SHORT, 1, 1),
        entry(278, LONG, 1, height),
        entry(279, LONG, strips, 8));
  }

  private static byte[] dng(int width, int height, int exif) {
    return tiff(
        0,
        entry(254, LONG, 1, 0),
        entry(256, LONG, 1, width),
        entry(257, LONG, 1, height),
        entry(258, SHORT, 1, 16),
        entry(259, SHORT, 1, 1),
        entry(262, SHORT, 1, 32803),
        entry(273, LONG, 1, 8),
        entry(277, SHORT, 1, 1),
        entry(278, LONG, 1, height),
        entry(279, LONG, 1, 16),
        entry(33421, SHORT, 2, 0x00020002),
        entry(33422, 1, 4, 0x02010100),
        entry(34665, LONG, 1, exif),
        entry(50706, 1, 4, 0x00000401));
  }
}
