package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.ByteView;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses one strip or tile of a TIFF file row by row, so that a picture stored as a single
 * strip is not held twice. Not thread-safe.
 */
abstract class ChunkStream implements AutoCloseable {

  private static final int BLOCK = 1 << 14;

  private final ByteView view;
  private final byte[] block = new byte[BLOCK];
  private long at;
  private final long end;
  private int filled;
  private int taken;

  ChunkStream(ByteView view, long offset, long length) {
    this.view = view;
    this.at = offset;
    this.end = offset + Math.min(length, view.length());
  }

  /** Opens the chunk of {@code length} bytes at {@code offset}. */
  static ChunkStream open(ByteView view, TiffCompression compression, long offset, long length) {
    return switch (compression) {
      case NONE -> new Stored(view, offset, length);
      case LZW -> new LzwStream(view, offset, length);
      case DEFLATE -> new Deflate(view, offset, length);
      case PACK_BITS -> new PackBits(view, offset, length);
    };
  }

  /** Decompresses into the first {@code count} bytes of {@code target}. */
  abstract void read(byte[] target, int count) throws PhotoException;

  @Override
  public void close() {}

  /** The next stored byte. */
  final int next() throws PhotoException {
    if (taken == filled) {
      refill();
    }
    return block[taken++] & 0xff;
  }

  final PhotoException damaged(String what) {
    return view.damaged(what + " in the strip or tile data before byte " + at);
  }

  private void refill() throws PhotoException {
    long left = Math.min(end, view.length()) - at;
    if (left <= 0) {
      throw view.damaged("ends early: picture data are missing at byte " + at);
    }
    filled = (int) Math.min(BLOCK, left);
    view.copy(at, block, 0, filled);
    at += filled;
    taken = 0;
  }

  private static final class Stored extends ChunkStream {

    private long position;
    private final ByteView view;

    Stored(ByteView view, long offset, long length) {
      super(view, offset, length);
      this.view = view;
      this.position = offset;
    }

    @Override
    void read(byte[] target, int count) throws PhotoException {
      view.copy(position, target, 0, count);
      position += count;
    }
  }

  private static final class Deflate extends ChunkStream {

    private final Inflater inflater = new Inflater();

    Deflate(ByteView view, long offset, long length) {
      super(view, offset, length);
    }

    @Override
    void read(byte[] target, int count) throws PhotoException {
      ChunkStream in = this;
      try {
        int done = 0;
        while (done < count) {
          int produced = inflater.inflate(target, done, count - done);
          done += produced;
          if (produced == 0) {
            if (!inflater.needsInput()) {
              throw damaged("too few pixels");
            }
            in.refill();
            inflater.setInput(in.block, 0, in.filled);
          }
        }
      } catch (DataFormatException e) {
        throw damaged("damaged Deflate data");
      }
    }

    @Override
    public void close() {
      inflater.close();
    }
  }

  private static final class PackBits extends ChunkStream {

    private int literal;
    private int repeat;
    private byte repeated;

    PackBits(ByteView view, long offset, long length) {
      super(view, offset, length);
    }

    @Override
    void read(byte[] target, int count) throws PhotoException {
      int done = 0;
      while (done < count) {
        if (literal > 0) {
          target[done++] = (byte) next();
          literal--;
        } else if (repeat > 0) {
          target[done++] = repeated;
          repeat--;
        } else {
          int code = (byte) next();
          if (code >= 0) {
            literal = code + 1;
          } else if (code > -128) {
            repeat = 1 - code;
            repeated = (byte) next();
          }
        }
      }
    }
  }
}
