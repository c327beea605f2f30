package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.read.tiff.ByteView;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Decodes all blocks of a picture into one frame, several at a time. */
final class FrameDecoder {

  private final ByteView view;
  private final RawLayout layout;
  private final short[] linearisation;
  private final FloatCode floats;
  private final boolean bitsFollow16;

  /**
   * Makes it.
   *
   * @param linearisation the table each stored sample is looked up in, or empty for none
   * @param floats how floats are coded; null for integers
   * @param bitsFollow16 the dialect of lossless JPEG, see {@link LosslessJpegDecoder}
   */
  FrameDecoder(
      ByteView view,
      RawLayout layout,
      short[] linearisation,
      FloatCode floats,
      boolean bitsFollow16) {
    this.view = view;
    this.layout = layout;
    this.linearisation = linearisation;
    this.floats = floats;
    this.bitsFollow16 = bitsFollow16;
  }

  /** Decodes the whole picture. */
  Frame decode(Progress progress) throws PhotoException, CancelledException {
    Frame frame = Frame.of(layout.size(), layout.channels());
    List<Block> blocks = layout.blocks();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Workers.run(
        blocks.size(),
        () -> {
          boolean finished = false;
          try (BlockDecoder decoder = decoder()) {
            for (int i = next.getAndIncrement(); i < blocks.size(); i = next.getAndIncrement()) {
              progress.checkCancelled();
              Block block = blocks.get(i);
              BlockSink sink = new BlockSink(frame, block, linearisation, progress);
              decoder.decode(block, sink);
              sink.requireFull(view);
              progress.advance(Stage.READ, done.incrementAndGet(), blocks.size());
            }
            finished = true;
          } finally {
            if (!finished) {
              // The other workers need not go on.
              next.set(blocks.size());
            }
          }
        });
    return frame;
  }

  private BlockDecoder decoder() {
    RowUnpacker unpacker = new RowUnpacker(layout.bits(), Predictor.orderAfter(layout), floats);
    return switch (layout.compression()) {
      case UNCOMPRESSED -> new UncompressedDecoder(view, layout, unpacker);
      case LOSSLESS_JPEG -> new LosslessJpegDecoder(view, bitsFollow16);
      case DEFLATE -> new DeflateDecoder(view, layout, unpacker);
      case LOSSY_JPEG -> new LossyJpegDecoder(view, layout.channels());
    };
  }
}
