package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.read.tiff.ByteView;

/**
 * Lossless JPEG (T.81 annex H): sample = prediction from left, above, above left + difference,
 * modulo 2^16. Lines of all components interleaved are sent on as one stream of samples, because
 * DNG writers store a mosaic as two components of half its width, or two of its lines as one.
 */
final class LosslessJpegDecoder implements BlockDecoder {

  private final ByteView view;
  private final boolean bitsFollow16;
  private final BitSource source;
  private int[] above = new int[0];
  private int[] line = new int[0];

  /**
   * Makes a decoder.
   *
   * @param bitsFollow16 whether a difference of category 16 is followed by 16 bits, which DNG
   *     before 1.1 did; by T.81 none follow and the difference is 32768
   */
  LosslessJpegDecoder(ByteView view, boolean bitsFollow16) {
    this.view = view;
    this.bitsFollow16 = bitsFollow16;
    this.source = new BitSource(view);
  }

  @Override
  public void decode(Block block, SampleSink sink) throws PhotoException, CancelledException {
    long end = block.offset() + block.bytes();
    LosslessJpegHeader header = LosslessJpegHeader.read(view, block.offset(), end);
    int components = header.components();
    int samples = header.width() * components;
    if (line.length < samples) {
      line = new int[samples];
      above = new int[samples];
    }
    source.start(header.dataOffset(), end);
    for (int y = 0; y < header.height(); y++) {
      boolean fresh = y == 0;
      if (header.restartLines() > 0 && y > 0 && y % header.restartLines() == 0) {
        if (!source.restart()) {
          throw damaged(block, "has no restart marker before line " + y);
        }
        fresh = true;
      }
      int[] swapped = above;
      above = line;
      line = swapped;
      for (int c = 0; c < components; c++) {
        firstOfLine(header, c, fresh, block);
      }
      rest(header, fresh ? 1 : header.predictor(), samples, block);
      if (source.isOverrun()) {
        throw damaged(block, "ends early, in line " + y + " of " + header.height());
      }
      if (!send(header.pointTransform(), samples, sink)) {
        return;
      }
    }
  }

  private void firstOfLine(LosslessJpegHeader header, int c, boolean fresh, Block block)
      throws PhotoException {
    int prediction = fresh ? 1 << (header.precision() - header.pointTransform() - 1) : above[c];
    line[c] = (prediction + difference(header.tables()[c], block)) & 0xffff;
  }

  private void rest(LosslessJpegHeader header, int predictor, int samples, Block block)
      throws PhotoException {
    HuffmanTable[] tables = header.tables();
    int components = tables.length;
    int[] up = above;
    int[] now = line;
    int c = 0;
    for (int i = components; i < samples; i++) {
      int left = now[i - components];
      int prediction =
          switch (predictor) {
            case 1 -> left;
            case 2 -> up[i];
            case 3 -> up[i - components];
            case 4 -> left + up[i] - up[i - components];
            case 5 -> left + ((up[i] - up[i - components]) >> 1);
            case 6 -> up[i] + ((left - up[i - components]) >> 1);
            default -> (left + up[i]) >> 1;
          };
      now[i] = (prediction + difference(tables[c], block)) & 0xffff;
      c = c + 1 == components ? 0 : c + 1;
    }
  }

  private int difference(HuffmanTable table, Block block) throws PhotoException {
    source.fill();
    int category = table.next(source);
    if (category == 0) {
      return 0;
    }
    if (category < 0) {
      throw damaged(block, "has bits that are no code of its table");
    }
    if (category == 16 && !bitsFollow16) {
      return 32768;
    }
    int value = source.peek(category);
    source.skip(category);
    // T.81 table H.2: values without the top bit are negative.
    return value < 1 << (category - 1) ? value - (1 << category) + 1 : value;
  }

  private boolean send(int pointTransform, int samples, SampleSink sink)
      throws PhotoException, CancelledException {
    if (pointTransform == 0) {
      return sink.accept(line, samples);
    }
    int[] shifted = new int[samples];
    for (int i = 0; i < samples; i++) {
      shifted[i] = (line[i] << pointTransform) & 0xffff;
    }
    return sink.accept(shifted, samples);
  }

  private PhotoException damaged(Block block, String what) {
    return view.damaged(
        "the lossless JPEG at byte "
            + block.offset()
            + " (row "
            + block.y()
            + ", column "
            + block.x()
            + ") "
            + what);
  }
}
