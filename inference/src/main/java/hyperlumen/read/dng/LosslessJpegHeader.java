package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.read.tiff.ByteView;
import java.nio.ByteOrder;

/**
 * What stands before the entropy-coded data of a lossless JPEG (T.81 annex B).
 *
 * @param precision bits per sample, 2 to 16
 * @param width samples of one component in a line
 * @param height lines
 * @param tables Huffman table of each component of the scan, 1 to 4
 * @param predictor selection value, 1 to 7
 * @param pointTransform bits the samples were shifted right by
 * @param restartLines lines between restart markers, 0 for none
 * @param dataOffset where the entropy-coded data begin in the file
 */
record LosslessJpegHeader(
    int precision,
    int width,
    int height,
    HuffmanTable[] tables,
    int predictor,
    int pointTransform,
    int restartLines,
    long dataOffset) {

  int components() {
    return tables.length;
  }

  /** Reads the markers of the JPEG at {@code start}, which ends before {@code end}. */
  static LosslessJpegHeader read(ByteView view, long start, long end) throws PhotoException {
    return new Parser(view, start, end).parse();
  }

  /** Goes from marker to marker; one use. */
  private static final class Parser {

    private final ByteView view;
    private final long start;
    private final long end;
    private final HuffmanTable[] defined = new HuffmanTable[4];
    private int precision;
    private int width;
    private int height;
    private int[] componentIds = new int[0];
    private int restartInterval;

    Parser(ByteView view, long start, long end) {
      this.view = view;
      this.start = start;
      this.end = end;
    }

    LosslessJpegHeader parse() throws PhotoException {
      long at = start;
      if (end - at < 2 || view.u16(at, ByteOrder.BIG_ENDIAN) != 0xffd8) {
        throw damaged("does not begin with a JPEG marker");
      }
      at += 2;
      while (true) {
        if (at + 4 > end) {
          throw damaged("ends within its header");
        }
        int marker = view.u16(at, ByteOrder.BIG_ENDIAN);
        if (marker == 0xffff) {
          at++;
          continue;
        }
        int length = view.u16(at + 2, ByteOrder.BIG_ENDIAN);
        long body = at + 4;
        long next = at + 2 + length;
        if (marker < 0xff01 || length < 2 || next > end) {
          throw damaged("has a broken marker at byte " + at);
        }
        switch (marker) {
          case 0xffc3 -> frame(body, next);
          case 0xffc4 -> huffman(body, next);
          case 0xffdd -> restartInterval = view.u16(body, ByteOrder.BIG_ENDIAN);
          case 0xffda -> {
            return scan(body, next);
          }
          case 0xffc0,
              0xffc1,
              0xffc2,
              0xffc5,
              0xffc6,
              0xffc7,
              0xffc9,
              0xffca,
              0xffcb,
              0xffcd,
              0xffce,
              0xffcf ->
              throw new PhotoException(
                  Kind.UNSUPPORTED,
                  view.file(),
                  "has JPEG of process SOF" + (marker & 15) + " where lossless JPEG is expected");
          default -> {
            // Application segments, comments and quantisation tables mean nothing here.
          }
        }
        at = next;
      }
    }

    private void frame(long body, long next) throws PhotoException {
      if (next - body < 6) {
        throw damaged("has a frame header that is too short");
      }
      precision = view.u8(body);
      height = view.u16(body + 1, ByteOrder.BIG_ENDIAN);
      width = view.u16(body + 3, ByteOrder.BIG_ENDIAN);
      int components = view.u8(body + 5);
      if (precision < 2 || precision > 16 || height < 1 || width < 1) {
        throw damaged("claims " + width + "x" + height + " samples of " + precision + " bits");
      }
      if (components < 1 || components > 4 || next - body < 6 + 3L * components) {
        throw damaged("claims " + components + " components");
      }
      componentIds = new int[components];
      for (int c = 0; c < components; c++) {
        componentIds[c] = view.u8(body + 6 + 3L * c);
        if (components > 1 && view.u8(body + 7 + 3L * c) != 0x11) {
          throw new PhotoException(
              Kind.UNSUPPORTED, view.file(), "has lossless JPEG with subsampled components");
        }
      }
    }

    private void huffman(long body, long next) throws PhotoException {
      long at = body;
      while (at < next) {
        int slot = view.u8(at) & 15;
        int[] counts = new int[16];
        int total = 0;
        for (int i = 0; i < 16; i++) {
          counts[i] = view.u8(at + 1 + i);
          total += counts[i];
        }
        if (slot > 3 || total > 256 || at + 17 + total > next) {
          throw damaged("has a broken Huffman table at byte " + at);
        }
        defined[slot] = new HuffmanTable(counts, view.copy(at + 17, total), view);
        at += 17 + total;
      }
    }

    private LosslessJpegHeader scan(long body, long next) throws PhotoException {
      int components = view.u8(body);
      if (componentIds.length == 0) {
        throw damaged("has no frame header");
      }
      if (components != componentIds.length || next - body < 4 + 2L * components) {
        throw damaged("has a scan of " + components + " of " + componentIds.length + " components");
      }
      HuffmanTable[] tables = new HuffmanTable[components];
      for (int c = 0; c < components; c++) {
        int slot = view.u8(body + 2 + 2L * c) >> 4;
        if (slot > 3 || defined[slot] == null) {
          throw damaged("uses a Huffman table that it does not define");
        }
        tables[c] = defined[slot];
      }
      long behind = body + 1 + 2L * components;
      int predictor = view.u8(behind);
      int pointTransform = view.u8(behind + 2) & 15;
      if (predictor < 1 || predictor > 7 || pointTransform >= precision) {
        throw damaged("has predictor " + predictor + " and point transform " + pointTransform);
      }
      if (restartInterval % width != 0) {
        throw damaged("restarts within a line, which lossless JPEG does not allow");
      }
      return new LosslessJpegHeader(
          precision,
          width,
          height,
          tables,
          predictor,
          pointTransform,
          restartInterval / width,
          next);
    }

    private PhotoException damaged(String what) {
      return view.damaged("the lossless JPEG at byte " + start + " " + what);
    }
  }
}
