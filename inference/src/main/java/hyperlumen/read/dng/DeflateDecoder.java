package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.read.tiff.ByteView;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** zlib streams, inflated row by row, then the predictor undone and the samples unpacked. */
final class DeflateDecoder implements BlockDecoder {

  private static final int CHUNK = 1 << 16;

  private final ByteView view;
  private final RawLayout layout;
  private final Predictor predictor;
  private final RowUnpacker unpacker;
  private final Inflater inflater = new Inflater();
  private final byte[] chunk = new byte[CHUNK];
  private long position;
  private long end;

  DeflateDecoder(ByteView view, RawLayout layout, RowUnpacker unpacker) {
    this.view = view;
    this.layout = layout;
    this.predictor = Predictor.of(layout);
    this.unpacker = unpacker;
  }

  @Override
  public void decode(Block block, SampleSink sink) throws PhotoException, CancelledException {
    inflater.reset();
    position = block.offset();
    end = block.offset() + block.bytes();
    int count = block.width() * layout.channels();
    byte[] row = new byte[layout.rowBytes(block)];
    int[] samples = new int[count];
    for (int y = 0; y < block.height(); y++) {
      if (!inflate(row)) {
        throw view.damaged(
            "the deflate data at byte " + block.offset() + " end early, in row " + (block.y() + y));
      }
      predictor.undo(row, count);
      unpacker.unpack(row, samples, count);
      if (!sink.accept(samples, count)) {
        return;
      }
    }
  }

  /** Fills {@code row}; false if the data end before. */
  private boolean inflate(byte[] row) throws PhotoException {
    int filled = 0;
    try {
      while (filled < row.length) {
        int got = inflater.inflate(row, filled, row.length - filled);
        filled += got;
        if (got == 0) {
          if (inflater.finished() || inflater.needsDictionary() || !inflater.needsInput()) {
            return false;
          }
          int length = (int) Math.min(CHUNK, end - position);
          if (length <= 0) {
            return false;
          }
          view.copy(position, chunk, 0, length);
          position += length;
          inflater.setInput(chunk, 0, length);
        }
      }
      return true;
    } catch (DataFormatException e) {
      throw view.damaged("has damaged deflate data before byte " + position);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
