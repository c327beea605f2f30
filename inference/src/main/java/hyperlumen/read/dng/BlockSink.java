package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.tiff.ByteView;

/**
 * Lays the stream of samples of one block into the frame: lines of the block's width whatever the
 * lines of the compressed data are, cut at the picture's edges, through the linearisation table.
 */
final class BlockSink implements SampleSink {

  /** Lines between two looks whether the user wants to stop, in a block as large as the photo. */
  private static final int LINES_PER_LOOK = 64;

  private final Frame frame;
  private final Block block;
  private final short[] table;
  private final Progress progress;
  private final int lineSamples;
  private final int keptSamples;
  private final int keptLines;
  private int line;
  private int column;

  BlockSink(Frame frame, Block block, short[] table, Progress progress) {
    this.frame = frame;
    this.block = block;
    this.table = table;
    this.progress = progress;
    this.lineSamples = block.width() * frame.channels();
    this.keptSamples = Math.min(block.width(), frame.size().width() - block.x()) * frame.channels();
    this.keptLines = Math.min(block.height(), frame.size().height() - block.y());
  }

  @Override
  public boolean accept(int[] samples, int count) throws CancelledException {
    int used = 0;
    while (used < count && line < keptLines) {
      int length = Math.min(count - used, lineSamples - column);
      store(samples, used, Math.min(length, keptSamples - column));
      used += length;
      column += length;
      if (column == lineSamples) {
        column = 0;
        line++;
        if (line % LINES_PER_LOOK == 0) {
          progress.checkCancelled();
        }
      }
    }
    return line < keptLines;
  }

  private void store(int[] samples, int from, int length) {
    short[] target = frame.samples();
    int at = frame.index(block.y() + line, block.x()) + column;
    if (table.length == 0) {
      for (int i = 0; i < length; i++) {
        target[at + i] = (short) samples[from + i];
      }
    } else {
      int last = table.length - 1;
      for (int i = 0; i < length; i++) {
        target[at + i] = table[Math.min(samples[from + i], last)];
      }
    }
  }

  /** Refuses a block whose data ended before all its lines came. */
  void requireFull(ByteView view) throws PhotoException {
    if (line < keptLines) {
      throw view.damaged(
          "the data at byte " + block.offset() + " end early, in row " + (block.y() + line));
    }
  }
}
