package hyperlumen.read.tiff;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One entry of a TIFF directory: a tag and {@code count} values of one type, whose bytes lie inside
 * the file. The values are read when asked for, so the entry is valid as long as its view is open.
 *
 * @param tag its number, 0 to 65535
 * @param type the type of each value
 * @param count number of values
 * @param offset where the first value stands in {@code view}
 * @param order byte order of the values
 * @param view the file
 */
public record Entry(
    int tag, FieldType type, long count, long offset, ByteOrder order, ByteView view) {

  /**
   * Most bytes of a value that are copied to the heap. The largest real ones are opcode lists with
   * gain maps and MakerNotes, of a few megabytes; embedded originals (OriginalRawFileData) are
   * larger but never asked for.
   */
  public static final int MAX_VALUE_BYTES = 32 << 20;

  /** Value {@code index} as an unsigned integer; a rational is rounded towards zero. */
  public long unsigned(long index) throws PhotoException {
    long at = place(index);
    return switch (type) {
      case BYTE, ASCII, UNDEFINED -> view.u8(at);
      case SBYTE -> nonNegative((byte) view.u8(at));
      case SHORT -> view.u16(at, order);
      case SSHORT -> nonNegative((short) view.u16(at, order));
      case LONG, IFD -> view.u32(at, order);
      case SLONG -> nonNegative(view.i32(at, order));
      case LONG8, SLONG8, IFD8 -> nonNegative(view.i64(at, order));
      case RATIONAL, SRATIONAL, FLOAT, DOUBLE -> {
        double value = number(index);
        if (!(value >= 0 && value < 1L << 62)) {
          throw wrong("the value " + value + " where a count is expected");
        }
        yield (long) value;
      }
    };
  }

  /** The first value as an int. */
  public int intValue() throws PhotoException {
    return Math.toIntExact(clampToInt(unsigned(0)));
  }

  /** All values as unsigned integers, at most {@code limit} of them. */
  public long[] unsignedArray(int limit) throws PhotoException {
    checkCount(limit);
    long[] values = new long[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = unsigned(i);
    }
    return values;
  }

  /** Value {@code index} as a double; a rational with denominator 0 is NaN or infinite. */
  public double number(long index) throws PhotoException {
    long at = place(index);
    return switch (type) {
      case BYTE, ASCII, UNDEFINED -> view.u8(at);
      case SBYTE -> (byte) view.u8(at);
      case SHORT -> view.u16(at, order);
      case SSHORT -> (short) view.u16(at, order);
      case LONG, IFD -> view.u32(at, order);
      case SLONG -> view.i32(at, order);
      case LONG8, SLONG8, IFD8 -> view.i64(at, order);
      case RATIONAL -> (double) view.u32(at, order) / view.u32(at + 4, order);
      case SRATIONAL -> (double) view.i32(at, order) / view.i32(at + 4, order);
      case FLOAT -> Float.intBitsToFloat(view.i32(at, order));
      case DOUBLE -> Double.longBitsToDouble(view.i64(at, order));
    };
  }

  /** All values as doubles, at most {@code limit} of them. */
  public double[] numbers(int limit) throws PhotoException {
    checkCount(limit);
    double[] values = new double[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(i);
    }
    return values;
  }

  /** The value as text up to its first NUL, trimmed; bytes beyond ASCII are read as UTF-8. */
  public String ascii() throws PhotoException {
    byte[] bytes = bytes();
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8).trim();
  }

  /** The bytes of all values as the file holds them. */
  public byte[] bytes() throws PhotoException {
    long length = byteLength();
    if (length > MAX_VALUE_BYTES) {
      throw new PhotoException(
          Kind.TOO_LARGE,
          view.file(),
          name() + " is " + length + " bytes long; the limit is " + MAX_VALUE_BYTES);
    }
    return view.copy(offset, (int) length);
  }

  /** The bytes of all values with each number in little-endian order. */
  public byte[] littleEndianBytes() throws PhotoException {
    byte[] bytes = bytes();
    int word = type.wordBytes();
    if (order == ByteOrder.BIG_ENDIAN && word > 1) {
      for (int start = 0; start + word <= bytes.length; start += word) {
        for (int i = start, j = start + word - 1; i < j; i++, j--) {
          byte swapped = bytes[i];
          bytes[i] = bytes[j];
          bytes[j] = swapped;
        }
      }
    }
    return bytes;
  }

  /** Number of bytes of all values together. */
  public long byteLength() {
    return count * type.bytes();
  }

  /** How an error message calls it. */
  public String name() {
    return "tag " + tag;
  }

  private void checkCount(int limit) throws PhotoException {
    if (count > limit) {
      throw wrong(count + " values where at most " + limit + " are expected");
    }
  }

  private long place(long index) throws PhotoException {
    if (index < 0 || index >= count) {
      throw wrong(count + " values where at least " + (index + 1) + " are expected");
    }
    return offset + index * type.bytes();
  }

  private long nonNegative(long value) throws PhotoException {
    if (value < 0) {
      throw wrong("the value " + value + " where none below 0 is allowed");
    }
    return value;
  }

  private static long clampToInt(long value) {
    return Math.min(value, Integer.MAX_VALUE);
  }

  private PhotoException wrong(String what) {
    return view.damaged(name() + " at byte " + offset + " has " + what);
  }
}
