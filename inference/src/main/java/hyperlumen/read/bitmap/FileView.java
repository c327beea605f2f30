package hyperlumen.read.bitmap;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.read.tiff.ByteView;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * A picture file as big-endian formats (PNG, JPEG) see it.
 *
 * @param bytes the file, every access checked
 */
record FileView(ByteView bytes) {

  Path path() {
    return bytes.file();
  }

  long length() {
    return bytes.length();
  }

  /** The byte at {@code offset}, 0 to 255. */
  int u8(long offset) throws PhotoException {
    return bytes.u8(offset);
  }

  /** The big-endian 16-bit number at {@code offset}. */
  int u16(long offset) throws PhotoException {
    return bytes.u16(offset, ByteOrder.BIG_ENDIAN);
  }

  /** The big-endian 32-bit number at {@code offset}. */
  long u32(long offset) throws PhotoException {
    return bytes.u32(offset, ByteOrder.BIG_ENDIAN);
  }

  /** A copy of {@code length} bytes. */
  byte[] copy(long offset, int length) throws PhotoException {
    return bytes.copy(offset, length);
  }

  /** Copies {@code length} bytes into {@code target} from {@code start}. */
  void copy(long offset, byte[] target, int start, int length) throws PhotoException {
    bytes.copy(offset, target, start, length);
  }

  /** Whether the bytes at {@code offset} are {@code expected}, one character each. */
  boolean startsWith(long offset, String expected) throws PhotoException {
    if (!bytes.contains(offset, expected.length())) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (bytes.u8(offset + i) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The error that the bytes contradict the format. */
  PhotoException damaged(String reason) {
    return bytes.damaged(reason);
  }

  /** The error that the format or a feature of it is not supported. */
  PhotoException unsupported(String reason) {
    return new PhotoException(Kind.UNSUPPORTED, path(), reason);
  }
}
