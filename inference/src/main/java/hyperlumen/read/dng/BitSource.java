package hyperlumen.read.dng;

import hyperlumen.photo.PhotoException;
import hyperlumen.read.tiff.ByteView;

/**
 * The bits of JPEG entropy-coded data, most significant first: 0xFF00 stands for the byte 0xFF, any
 * other 0xFF begins a marker and ends the data. Behind the end come zeros, which are counted.
 */
final class BitSource {

  /** Bytes fetched from the file at once. */
  private static final int CHUNK = 1 << 16;

  private final ByteView view;
  private final byte[] chunk = new byte[CHUNK];
  private int chunkLength;
  private int chunkPosition;
  private long position;
  private long end;

  private long bits;
  private int bitCount;
  private int invented;
  private boolean ended;

  BitSource(ByteView view) {
    this.view = view;
  }

  /** Begins at byte {@code start} of the file; nothing at or behind {@code limit} is read. */
  void start(long start, long limit) {
    position = start;
    end = limit;
    chunkLength = 0;
    chunkPosition = 0;
    reset();
  }

  private void reset() {
    bits = 0;
    bitCount = 0;
    invented = 0;
    ended = false;
  }

  /** Makes sure that at least 32 bits are there. */
  void fill() throws PhotoException {
    while (bitCount <= 48) {
      int next = ended ? -1 : nextByte();
      if (next == 0xff) {
        int second = nextByte();
        if (second != 0) {
          // A marker: stays unread, so that a restart finds it.
          if (second > 0) {
            chunkPosition -= 2;
          }
          next = -1;
        }
      }
      if (next < 0) {
        ended = true;
        invented += 8;
        next = 0;
      }
      bits = bits << 8 | next;
      bitCount += 8;
    }
  }

  /** The next {@code count} bits, 1 to 16, which stay; {@link #fill()} was called. */
  int peek(int count) {
    return (int) (bits >>> (bitCount - count)) & ((1 << count) - 1);
  }

  /** Drops {@code count} bits. */
  void skip(int count) {
    bitCount -= count;
  }

  /** Whether bits were asked for that are not in the file. */
  boolean isOverrun() {
    return bitCount < invented;
  }

  /**
   * Goes behind the next restart marker.
   *
   * @return whether there is one right here
   */
  boolean restart() throws PhotoException {
    if (bitCount - invented >= 8) {
      return false;
    }
    reset();
    int next = nextByte();
    int marker = nextByte();
    while (next == 0xff && marker == 0xff) {
      marker = nextByte();
    }
    return next == 0xff && marker >= 0xd0 && marker <= 0xd7;
  }

  private int nextByte() throws PhotoException {
    if (chunkPosition == chunkLength) {
      refill();
      if (chunkLength == chunkPosition) {
        return -1;
      }
    }
    return chunk[chunkPosition++] & 0xff;
  }

  /** Fetches the next chunk behind the last two bytes, which may have to be given back. */
  private void refill() throws PhotoException {
    int kept = Math.min(2, chunkLength);
    System.arraycopy(chunk, chunkLength - kept, chunk, 0, kept);
    int length = (int) Math.min(CHUNK - kept, end - position);
    if (length > 0) {
      view.copy(position, chunk, kept, length);
      position += length;
    }
    chunkPosition = kept;
    chunkLength = kept + Math.max(0, length);
  }
}
