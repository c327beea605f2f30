package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.read.tiff.ByteView;

/** Packed samples as they stand in the file, row by row. */
final class UncompressedDecoder implements BlockDecoder {

  private final ByteView view;
  private final RawLayout layout;
  private final RowUnpacker unpacker;

  UncompressedDecoder(ByteView view, RawLayout layout, RowUnpacker unpacker) {
    this.view = view;
    this.layout = layout;
    this.unpacker = unpacker;
  }

  @Override
  public void decode(Block block, SampleSink sink) throws PhotoException, CancelledException {
    int count = block.width() * layout.channels();
    byte[] row = new byte[layout.rowBytes(block)];
    int[] samples = new int[count];
    for (int y = 0; y < block.height(); y++) {
      view.copy(block.offset() + (long) y * row.length, row, 0, row.length);
      unpacker.unpack(row, samples, count);
      if (!sink.accept(samples, count)) {
        return;
      }
    }
  }
}
