package hyperlumen.training.evaluate;

import hyperlumen.photo.Cfa;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain DNG of 16-bit samples whose camera colours are linear sRGB before white balance.
 *
 * <p>ColorMatrix1 is XYZ (D65) to linear sRGB and ForwardMatrix1 linear sRGB to XYZ (D50), so that
 * linear sRGB as any developer makes it with the camera's white balance is balanced camera RGB,
 * with no colours mixed.
 *
 * @param size of the mosaic
 * @param samples row by row, unsigned
 * @param black level of all samples
 * @param white level
 * @param neutral white of the scene in camera RGB
 * @param cfa filter array
 */
record EvaluationDng(Size size, short[] samples, int black, int white, double[] neutral, Cfa cfa) {

  private static final double[] TO_SRGB = {
    3.2404542,
    -1.5371385,
    -0.4985314,
    -0.9692660,
    1.8760108,
    0.0415560,
    0.0556434,
    -0.2040259,
    1.0572252
  };

  /** Linear sRGB to XYZ, adapted to D50 (Bradford); rows sum to the white of D50. */
  private static final double[] SRGB_TO_D50 = {
    0.4360747, 0.3850649, 0.1430804, 0.2225045, 0.7168786, 0.0606169, 0.0139322, 0.0971045,
    0.7141733
  };

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int SIGNED_RATIONAL = 10;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 0, 0, 0, 0, 8};
  private static final int D65 = 21;

  private static final int DENOMINATOR = 1_000_000;
  private static final int ENTRY_BYTES = 12;

  private record Entry(int tag, int type, byte[] value) {}

  /** Writes the file. */
  void write(Path file) throws IOException {
    // The samples' place depends on the directory's length, which does not depend on it.
    int length = header(0).length;
    ByteBuffer bytes =
        ByteBuffer.allocate(length + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(header(length));
    bytes.asShortBuffer().put(samples);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.array());
  }

  private byte[] header(int samplesAt) {
    List<Entry> entries = entries(samplesAt);
    int directory = 2 + ENTRY_BYTES * entries.size() + 4;
    int extra = entries.stream().mapToInt(e -> e.value.length > 4 ? even(e.value.length) : 0).sum();
    ByteBuffer out = ByteBuffer.allocate(8 + directory + extra).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    out.putShort((short) entries.size());
    int at = 8 + directory;
    for (Entry entry : entries) {
      out.putShort((short) entry.tag).putShort((short) entry.type);
      out.putInt(entry.value.length / TYPE_BYTES[entry.type]);
      if (entry.value.length > 4) {
        out.putInt(at);
        out.put(at, entry.value);
        at += even(entry.value.length);
      } else {
        out.put(java.util.Arrays.copyOf(entry.value, 4));
      }
    }
    return out.array();
  }

  private static int even(int length) {
    return length + (length & 1);
  }

  private List<Entry> entries(int samplesAt) {
    byte[] pattern = new byte[4];
    for (int i = 0; i < 4; i++) {
      pattern[i] = (byte) cfa.colour(i / 2, i % 2);
    }
    List<Entry> list = new ArrayList<>();
    list.add(new Entry(254, LONG, longs(0)));
    list.add(new Entry(256, LONG, longs(size.width())));
    list.add(new Entry(257, LONG, longs(size.height())));
    list.add(new Entry(258, SHORT, shorts(16)));
    list.add(new Entry(259, SHORT, shorts(1)));
    list.add(new Entry(262, SHORT, shorts(32803)));
    list.add(new Entry(271, ASCII, text("Hyperlumen")));
    list.add(new Entry(272, ASCII, text("evaluation")));
    list.add(new Entry(273, LONG, longs(samplesAt)));
    list.add(new Entry(274, SHORT, shorts(1)));
    list.add(new Entry(277, SHORT, shorts(1)));
    list.add(new Entry(278, LONG, longs(size.height())));
    list.add(new Entry(279, LONG, longs(2 * samples.length)));
    list.add(new Entry(284, SHORT, shorts(1)));
    list.add(new Entry(33421, SHORT, shorts(2, 2)));
    list.add(new Entry(33422, BYTE, pattern));
    list.add(new Entry(50706, BYTE, new byte[] {1, 4, 0, 0}));
    list.add(new Entry(50707, BYTE, new byte[] {1, 1, 0, 0}));
    list.add(new Entry(50708, ASCII, text("Hyperlumen evaluation")));
    list.add(new Entry(50714, SHORT, shorts(black)));
    list.add(new Entry(50717, LONG, longs(white)));
    list.add(new Entry(50721, SIGNED_RATIONAL, rationals(TO_SRGB)));
    list.add(new Entry(50728, RATIONAL, rationals(neutral)));
    list.add(new Entry(50778, SHORT, shorts(D65)));
    list.add(new Entry(50964, SIGNED_RATIONAL, rationals(SRGB_TO_D50)));
    return list;
  }

  private static byte[] text(String words) {
    return (words + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] shorts(int... values) {
    ByteBuffer out = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      out.putShort((short) value);
    }
    return out.array();
  }

  private static byte[] longs(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] rationals(double[] values) {
    ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      out.putInt((int) Math.round(value * DENOMINATOR)).putInt(DENOMINATOR);
    }
    return out.array();
  }
}
