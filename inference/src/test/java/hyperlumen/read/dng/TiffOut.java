package hyperlumen.read.dng;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes a TIFF structure front to back: data first, then directories, last the header's link. */
final class TiffOut implements Closeable {

  static final int BYTE = 1;
  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int UNDEFINED = 7;
  static final int SRATIONAL = 10;
  static final int FLOAT = 11;
  static final int DOUBLE = 12;
  static final int LONG8 = 16;

  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  /** One directory being collected. */
  static final class Ifd {
    private record Field(int type, int count, byte[] value) {}

    private final TreeMap<Integer, Field> fields = new TreeMap<>();
    private final ByteOrder order;

    Ifd(ByteOrder order) {
      this.order = order;
    }

    Ifd integers(int tag, int type, long... values) {
      ByteBuffer out = ByteBuffer.allocate(values.length * TYPE_BYTES[type]).order(order);
      for (long value : values) {
        switch (TYPE_BYTES[type]) {
          case 1 -> out.put((byte) value);
          case 2 -> out.putShort((short) value);
          case 4 -> out.putInt((int) value);
          default -> out.putLong(value);
        }
      }
      return bytes(tag, type, values.length, out.array());
    }

    Ifd numbers(int tag, int type, double... values) {
      ByteBuffer out = ByteBuffer.allocate(values.length * TYPE_BYTES[type]).order(order);
      for (double value : values) {
        switch (type) {
          case FLOAT -> out.putFloat((float) value);
          case DOUBLE -> out.putDouble(value);
          default -> {
            int denominator = denominator(value);
            out.putInt(Math.toIntExact(Math.round(value * denominator))).putInt(denominator);
          }
        }
      }
      return bytes(tag, type, values.length, out.array());
    }

    /** A power of ten, at most 10^6: matrices of 4 decimals, neutrals and levels are exact. */
    private static int denominator(double value) {
      int denominator = 1_000_000;
      while (Math.abs(value) * denominator > Integer.MAX_VALUE) {
        denominator /= 10;
      }
      return denominator;
    }

    Ifd text(int tag, String text) {
      byte[] value = (text + "\0").getBytes(StandardCharsets.UTF_8);
      return bytes(tag, ASCII, value.length, value);
    }

    Ifd bytes(int tag, int type, int count, byte[] value) {
      fields.put(tag, new Field(type, count, value));
      return this;
    }
  }

  private final FileChannel channel;
  private final ByteOrder order;
  private final boolean big;

  TiffOut(Path file, ByteOrder order, boolean big) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.order = order;
    this.big = big;
    append(new byte[big ? 16 : 8]);
  }

  /** Appends {@code bytes} at an even place and returns the place. */
  long append(byte[] bytes) throws IOException {
    if ((channel.position() & 1) == 1) {
      write(new byte[1]);
    }
    long at = channel.position();
    write(bytes);
    return at;
  }

  /** Appends a directory without a successor and returns its place. */
  long append(Ifd ifd) throws IOException {
    int inline = big ? 8 : 4;
    List<byte[]> places = new ArrayList<>();
    for (Ifd.Field field : ifd.fields.values()) {
      ByteBuffer place = ByteBuffer.allocate(inline).order(order);
      if (field.value.length <= inline) {
        place.put(field.value);
      } else if (big) {
        place.putLong(append(field.value));
      } else {
        place.putInt((int) append(field.value));
      }
      places.add(place.array());
    }
    int entries = ifd.fields.size();
    ByteBuffer out = ByteBuffer.allocate((big ? 16 : 6) + entries * (big ? 20 : 12)).order(order);
    if (big) {
      out.putLong(entries);
    } else {
      out.putShort((short) entries);
    }
    int i = 0;
    for (var entry : ifd.fields.entrySet()) {
      out.putShort((short) (int) entry.getKey()).putShort((short) entry.getValue().type);
      if (big) {
        out.putLong(entry.getValue().count);
      } else {
        out.putInt(entry.getValue().count);
      }
      out.put(places.get(i++));
    }
    return append(out.array());
  }

  /** Writes the header, which links to the first directory. */
  void finish(long firstDirectory) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(big ? 16 : 8).order(order);
    header.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d));
    if (big) {
      header.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(firstDirectory);
    } else {
      header.putShort((short) 42).putInt((int) firstDirectory);
    }
    channel.position(0);
    write(header.array());
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
