package hyperlumen.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts together one TIFF image file directory, little-endian: entries in order of their tags, then
 * the values that do not fit into them. TIFF 6.0, section 2; BigTIFF has 8-byte counts and offsets.
 */
final class IfdBuilder {

  static final int BYTE = 1;
  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int UNDEFINED = 7;
  static final int SIGNED_RATIONAL = 10;
  static final int LONG8 = 16;

  /** Fine enough for matrices, which have four decimals, and for neutrals. */
  private static final int DENOMINATOR = 1_000_000;

  private record Field(int type, long count, byte[] value) {}

  private final boolean big;
  private final Map<Integer, Field> fields = new TreeMap<>();

  IfdBuilder(boolean big) {
    this.big = big;
  }

  /** Sets a tag; {@code value} is little-endian. */
  void put(int tag, int type, long count, byte[] value) {
    fields.put(tag, new Field(type, count, value));
  }

  void putShorts(int tag, int... values) {
    byte[] bytes = new byte[2 * values.length];
    ByteBuffer buffer = littleEndian(bytes);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    put(tag, SHORT, values.length, bytes);
  }

  void putLong(int tag, long value) {
    byte[] bytes = new byte[4];
    littleEndian(bytes).putInt((int) value);
    put(tag, LONG, 1, bytes);
  }

  void putLongs(int tag, int... values) {
    byte[] bytes = new byte[4 * values.length];
    ByteBuffer buffer = littleEndian(bytes);
    for (int value : values) {
      buffer.putInt(value);
    }
    put(tag, LONG, values.length, bytes);
  }

  /** Offsets or byte counts: LONG, or LONG8 in a BigTIFF. */
  void putOffsets(int tag, long... values) {
    byte[] bytes = new byte[pointerBytes() * values.length];
    ByteBuffer buffer = littleEndian(bytes);
    for (long value : values) {
      putPointer(buffer, value);
    }
    put(tag, big ? LONG8 : LONG, values.length, bytes);
  }

  void putRational(int tag, int numerator, int denominator) {
    byte[] bytes = new byte[8];
    littleEndian(bytes).putInt(numerator).putInt(denominator);
    put(tag, RATIONAL, 1, bytes);
  }

  /** Numbers of six decimals, from -2147 to 2147. */
  void putSignedRationals(int tag, double... values) {
    putRationals(tag, SIGNED_RATIONAL, values);
  }

  /** Numbers of six decimals, from 0 to 2147. */
  void putRationals(int tag, double... values) {
    putRationals(tag, RATIONAL, values);
  }

  private void putRationals(int tag, int type, double[] values) {
    byte[] bytes = new byte[8 * values.length];
    ByteBuffer buffer = littleEndian(bytes);
    for (double value : values) {
      double most = (double) Integer.MAX_VALUE / DENOMINATOR;
      double kept = Math.max(type == RATIONAL ? 0 : -most, Math.min(most, value));
      buffer.putInt((int) Math.rint(kept * DENOMINATOR)).putInt(DENOMINATOR);
    }
    put(tag, type, values.length, bytes);
  }

  void putBytes(int tag, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    put(tag, BYTE, values.length, bytes);
  }

  /** Text in UTF-8 with its final NUL. */
  void putText(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    put(tag, ASCII, bytes.length, bytes);
  }

  void putUndefined(int tag, byte[] bytes) {
    put(tag, UNDEFINED, bytes.length, bytes);
  }

  boolean has(int tag) {
    return fields.containsKey(tag);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  void remove(int tag) {
    fields.remove(tag);
  }

  /** Number of bytes with all values; even. */
  int bytes() {
    int sum = tableBytes();
    for (Field field : fields.values()) {
      if (field.value.length > pointerBytes()) {
        sum += even(field.value.length);
      }
    }
    return sum;
  }

  /**
   * The directory as it stands at {@code offset}, which is even.
   *
   * @param next where the next directory stands, or 0
   */
  byte[] build(long offset, long next) {
    byte[] bytes = new byte[bytes()];
    ByteBuffer out = littleEndian(bytes);
    long values = offset + tableBytes();
    if (big) {
      out.putLong(fields.size());
    } else {
      out.putShort((short) fields.size());
    }
    for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
      Field field = entry.getValue();
      out.putShort((short) (int) entry.getKey()).putShort((short) field.type);
      putPointer(out, field.count);
      int place = out.position();
      if (field.value.length <= pointerBytes()) {
        out.put(field.value).position(place + pointerBytes());
      } else {
        putPointer(out, values);
        values += even(field.value.length);
      }
    }
    putPointer(out, next);
    for (Field field : fields.values()) {
      if (field.value.length > pointerBytes()) {
        int place = out.position();
        out.put(field.value).position(place + even(field.value.length));
      }
    }
    return bytes;
  }

  private int tableBytes() {
    return big ? 8 + 20 * fields.size() + 8 : 2 + 12 * fields.size() + 4;
  }

  private int pointerBytes() {
    return big ? 8 : 4;
  }

  private void putPointer(ByteBuffer buffer, long value) {
    if (big) {
      buffer.putLong(value);
    } else {
      buffer.putInt((int) value);
    }
  }

  private static int even(int length) {
    return (length + 1) & ~1;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
