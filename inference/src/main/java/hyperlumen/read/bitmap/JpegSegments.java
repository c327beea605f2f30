package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The marker segments of a JPEG file (ITU-T T.81, annex B), up to its first end of image: where the
 * bytes lie that the pixels need, and the metadata. Everything else is left aside, so that damage
 * there cannot hurt.
 */
final class JpegSegments {

  private static final int SOS = 0xda;
  private static final int EOI = 0xd9;

  /** A piece of the file that the decoder needs: tables, frame header, scans. */
  record Piece(long offset, long length) {}

  private final FileView view;
  private final List<Piece> pieces = new ArrayList<>();
  private final JpegMetadata metadata = new JpegMetadata();
  private Optional<JpegFrame> frame = Optional.empty();
  private int scans;
  private boolean ended;
  private long at = 2;

  /** Walks the file. */
  JpegSegments(FileView view) throws PhotoException {
    this.view = view;
    while (!ended && at < view.length()) {
      if (view.u8(at) != 0xff) {
        at++;
        continue;
      }
      long marker = at;
      while (at < view.length() && view.u8(at) == 0xff) {
        at++;
      }
      if (at < view.length()) {
        take(view.u8(at), marker);
      }
    }
    if (frame.isEmpty() || scans == 0) {
      throw view.damaged("has no picture data: it ends after " + view.length() + " bytes");
    }
    if (!ended && (frame.get().progressive() || scans > 1)) {
      throw view.damaged("ends early: its end marker is missing after scan " + scans);
    }
  }

  JpegFrame frame() {
    return frame.orElseThrow();
  }

  /** Number of scans. */
  int scans() {
    return scans;
  }

  /** The pieces to decode, in file order. */
  List<Piece> pieces() {
    return pieces;
  }

  JpegMetadata metadata() {
    return metadata;
  }

  /** Handles the marker whose code stands at {@link #at} and leaves that behind the segment. */
  private void take(int marker, long start) throws PhotoException {
    at++;
    if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      return;
    }
    if (marker == EOI) {
      ended = true;
      return;
    }
    if (at + 2 > view.length()) {
      at = view.length();
      return;
    }
    int length = view.u16(at) - 2;
    long content = at + 2;
    if (length < 0 || content + length > view.length()) {
      throw view.damaged("has a segment of a wrong length at byte " + start);
    }
    at = content + length;
    if (JpegFrame.isFrame(marker)) {
      if (frame.isPresent()) {
        throw view.damaged("has two frame headers, the second one at byte " + start);
      }
      frame = Optional.of(JpegFrame.read(view, marker, content, length));
      pieces.add(new Piece(content - 4, length + 4));
    } else if (marker == SOS) {
      takeScan(content, start);
    } else if (marker == 0xc4 || marker == 0xdb || marker == 0xdd) {
      pieces.add(new Piece(content - 4, length + 4));
    } else if (marker >= 0xe0 && marker <= 0xef) {
      metadata.take(view, marker, content, length);
    }
  }

  private void takeScan(long content, long start) throws PhotoException {
    if (frame.isEmpty()) {
      throw view.damaged("has a scan before its frame header, at byte " + start);
    }
    if (++scans > BitmapLimits.MAX_JPEG_SCANS) {
      throw view.damaged("has more than " + BitmapLimits.MAX_JPEG_SCANS + " scans");
    }
    at = endOfScan(at);
    pieces.add(new Piece(content - 4, at - content + 4));
  }

  /** The first marker at or behind {@code from} that is neither a stuffed zero nor a restart. */
  private long endOfScan(long from) throws PhotoException {
    byte[] block = new byte[1 << 16];
    long position = from;
    boolean afterFf = false;
    while (position < view.length()) {
      int count = (int) Math.min(block.length, view.length() - position);
      view.copy(position, block, 0, count);
      for (int i = 0; i < count; i++) {
        int value = block[i] & 0xff;
        if (afterFf && value != 0 && value != 0xff && (value < 0xd0 || value > 0xd7)) {
          return position + i - 1;
        }
        afterFf = value == 0xff;
      }
      position += count;
    }
    return view.length();
  }
}
