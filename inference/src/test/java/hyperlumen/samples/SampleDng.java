package hyperlumen.samples;

import hyperlumen.photo.NoiseProfile;
import hyperlumen.photo.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A DNG 1.3 file of 12-bit packed samples without compression, one strip per 16 rows, written from
 * top to bottom as the rows come, so that size does not matter.
 */
final class SampleDng {

  static final int STRIP_ROWS = 16;

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int SIGNED_RATIONAL = 10;
  private static final int DOUBLE = 12;
  private static final int DENOMINATOR = 10_000;

  private record Entry(int tag, int type, int count, byte[] value) {}

  private final List<Entry> entries = new ArrayList<>();

  private SampleDng() {}

  /** Length of one packed row in bytes; the width is even. */
  static int rowBytes(int width) {
    return width / 2 * 3;
  }

  /** Packs two 12-bit samples into three bytes, most significant bit first. */
  static void pack(int[] samples, byte[] row) {
    for (int x = 0, k = 0; x < samples.length; x += 2, k += 3) {
      row[k] = (byte) (samples[x] >> 4);
      row[k + 1] = (byte) (samples[x] << 4 | samples[x + 1] >> 8);
      row[k + 2] = (byte) samples[x + 1];
    }
  }

  /** Writes everything in front of the first row. */
  static void writeHeader(Size size, NoiseProfile noise, OutputStream out) throws IOException {
    // The place of the strips depends on the directory's length, which does not depend on them.
    int length = header(size, noise, 0).length;
    out.write(header(size, noise, length));
  }

  private static byte[] header(Size size, NoiseProfile noise, int firstStrip) {
    SampleDng dng = new SampleDng();
    int strips = (size.height() + STRIP_ROWS - 1) / STRIP_ROWS;
    int[] offsets = new int[strips];
    int[] lengths = new int[strips];
    for (int k = 0; k < strips; k++) {
      int stripBytes = STRIP_ROWS * rowBytes(size.width());
      offsets[k] = firstStrip + k * stripBytes;
      lengths[k] = Math.min(STRIP_ROWS, size.height() - k * STRIP_ROWS) * rowBytes(size.width());
    }
    dng.integers(254, LONG, 0); // NewSubfileType: the main picture
    dng.integers(256, LONG, size.width());
    dng.integers(257, LONG, size.height());
    dng.integers(258, SHORT, 12); // BitsPerSample
    dng.integers(259, SHORT, 1); // Compression: none
    dng.integers(262, SHORT, 32803); // PhotometricInterpretation: colour filter array
    dng.text(271, "Hyperlumen");
    dng.text(272, "Sample Camera");
    dng.integers(273, LONG, offsets);
    dng.integers(274, SHORT, 1); // Orientation
    dng.integers(277, SHORT, 1); // SamplesPerPixel
    dng.integers(278, LONG, STRIP_ROWS);
    dng.integers(279, LONG, lengths);
    dng.integers(284, SHORT, 1); // PlanarConfiguration
    dng.text(306, "2026:01:01 12:00:00");
    dng.integers(33421, SHORT, 2, 2); // CFARepeatPatternDim
    dng.integers(33422, BYTE, 0, 1, 1, 2); // CFAPattern
    dng.integers(50706, BYTE, 1, 3, 0, 0); // DNGVersion
    dng.integers(50707, BYTE, 1, 1, 0, 0); // DNGBackwardVersion
    dng.text(50708, "Hyperlumen Sample Camera");
    dng.integers(50714, SHORT, SampleSensor.BLACK);
    dng.integers(50717, SHORT, SampleSensor.WHITE);
    dng.rationals(50721, SIGNED_RATIONAL, SampleSensor.XYZ_TO_CAMERA.elements());
    dng.rationals(50728, RATIONAL, SampleSensor.neutral());
    dng.integers(50778, SHORT, 21); // CalibrationIlluminant1: D65
    dng.doubles(51041, noise.shot(), noise.read());
    return dng.bytes();
  }

  private void integers(int tag, int type, int... values) {
    int bytes = type == BYTE ? 1 : type == SHORT ? 2 : 4;
    byte[] encoded = new byte[bytes * values.length];
    ByteBuffer buffer = littleEndian(encoded);
    for (int value : values) {
      switch (type) {
        case BYTE -> buffer.put((byte) value);
        case SHORT -> buffer.putShort((short) value);
        default -> buffer.putInt(value);
      }
    }
    entries.add(new Entry(tag, type, values.length, encoded));
  }

  private void text(int tag, String text) {
    byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    entries.add(new Entry(tag, ASCII, value.length, value));
  }

  private void rationals(int tag, int type, double... values) {
    byte[] encoded = new byte[8 * values.length];
    ByteBuffer buffer = littleEndian(encoded);
    for (double value : values) {
      buffer.putInt((int) Math.round(value * DENOMINATOR)).putInt(DENOMINATOR);
    }
    entries.add(new Entry(tag, type, values.length, encoded));
  }

  private void doubles(int tag, double... values) {
    byte[] encoded = new byte[8 * values.length];
    ByteBuffer buffer = littleEndian(encoded);
    for (double value : values) {
      buffer.putDouble(value);
    }
    entries.add(new Entry(tag, DOUBLE, values.length, encoded));
  }

  /** Header, directory, and the values that do not fit into it. */
  private byte[] bytes() {
    int directory = 8;
    int behind = directory + 2 + 12 * entries.size() + 4;
    byte[] front = new byte[behind];
    ByteBuffer head = littleEndian(front);
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
    head.putShort((short) entries.size());
    for (Entry entry : entries) {
      head.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
      if (entry.value.length <= 4) {
        head.put(entry.value).put(new byte[4 - entry.value.length]);
      } else {
        head.putInt(behind + tail.size());
        tail.writeBytes(entry.value);
        tail.writeBytes(new byte[entry.value.length & 1]);
      }
    }
    head.putInt(0);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(front);
    all.writeBytes(tail.toByteArray());
    return all.toByteArray();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
