package hyperlumen.read.bitmap;

import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A JPEG stream put together from a header of our own, pieces of a file, and an end marker. Not
 * thread-safe.
 */
final class SegmentStream extends ImageInputStreamImpl {

  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

  private final FileView view;
  private final byte[] header;
  private final List<JpegSegments.Piece> pieces;
  private final long length;

  /** The piece that was read last, and where in the stream it begins: reads are mostly forward. */
  private int piece;

  private long pieceStart;

  SegmentStream(FileView view, byte[] header, List<JpegSegments.Piece> pieces) {
    this.view = view;
    this.header = header.clone();
    this.pieces = pieces;
    long sum = header.length;
    for (JpegSegments.Piece each : pieces) {
      sum += each.length();
    }
    length = sum + END.length;
    pieceStart = header.length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    if (streamPos >= length) {
      return -1;
    }
    int read;
    if (streamPos < header.length) {
      read = copy(header, (int) streamPos, target, offset, count);
    } else if (streamPos >= length - END.length) {
      read = copy(END, (int) (streamPos - length + END.length), target, offset, count);
    } else {
      read = readPiece(target, offset, count);
    }
    streamPos += read;
    return read;
  }

  @Override
  public long length() {
    return length;
  }

  private int readPiece(byte[] target, int offset, int count) throws IOException {
    if (streamPos < pieceStart) {
      piece = 0;
      pieceStart = header.length;
    }
    while (streamPos >= pieceStart + pieces.get(piece).length()) {
      pieceStart += pieces.get(piece).length();
      piece++;
    }
    long inside = streamPos - pieceStart;
    int read = (int) Math.min(count, pieces.get(piece).length() - inside);
    view.copy(pieces.get(piece).offset() + inside, target, offset, read);
    return read;
  }

  private static int copy(byte[] source, int from, byte[] target, int offset, int count) {
    int read = Math.min(count, source.length - from);
    System.arraycopy(source, from, target, offset, read);
    return read;
  }
}
