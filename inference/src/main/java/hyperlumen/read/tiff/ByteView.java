package hyperlumen.read.tiff;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file, read at any place with every access checked: memory-mapped, so that a file
 * of any length costs no heap, or an array.
 *
 * <p>Read-only and safe for use by several threads until it is closed. A place outside the file is
 * a {@link PhotoException} of kind DAMAGED.
 */
public final class ByteView implements AutoCloseable {

  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private final Path file;
  private final MemorySegment bytes;
  private final Runnable release;

  private ByteView(Path file, MemorySegment bytes, Runnable release) {
    this.file = file;
    this.bytes = bytes;
    this.release = release;
  }

  /**
   * Maps {@code file} into memory until {@link #close()}.
   *
   * @throws PhotoException if it is not there, is not a plain file, or is empty
   */
  @SuppressWarnings("MustBeClosedChecker") // handed to the view, whose close() closes it
  public static ByteView map(Path file) throws PhotoException {
    if (!Files.exists(file)) {
      throw new PhotoException(Kind.NOT_FOUND, file, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new PhotoException(Kind.NOT_FOUND, file, "is not a file but a folder or a device");
    }
    if (!Files.isReadable(file)) {
      throw new PhotoException(Kind.NOT_FOUND, file, "may not be read (permission denied)");
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size == 0) {
        throw new PhotoException(Kind.DAMAGED, file, "the file is empty");
      }
      return new ByteView(
          file, channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena), arena::close);
    } catch (PhotoException e) {
      arena.close();
      throw e;
    } catch (IOException e) {
      arena.close();
      throw new PhotoException(Kind.IO, file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /** A view of {@code bytes}, which came from {@code file}; not copied. */
  public static ByteView of(Path file, byte[] bytes) {
    return new ByteView(file, MemorySegment.ofArray(bytes).asReadOnly(), () -> {});
  }

  /** The file the bytes came from. */
  public Path file() {
    return file;
  }

  /** Number of bytes. */
  public long length() {
    return bytes.byteSize();
  }

  /** Whether {@code count} bytes at {@code offset} all lie inside. */
  public boolean contains(long offset, long count) {
    return offset >= 0 && count >= 0 && offset <= length() && count <= length() - offset;
  }

  /** The unsigned byte at {@code offset}. */
  public int u8(long offset) throws PhotoException {
    check(offset, 1);
    return bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff;
  }

  /** The unsigned 16-bit number at {@code offset}. */
  public int u16(long offset, ByteOrder order) throws PhotoException {
    check(offset, 2);
    return bytes.get(SHORT.withOrder(order), offset) & 0xffff;
  }

  /** The unsigned 32-bit number at {@code offset}. */
  public long u32(long offset, ByteOrder order) throws PhotoException {
    check(offset, 4);
    return bytes.get(INT.withOrder(order), offset) & 0xffffffffL;
  }

  /** The signed 32-bit number at {@code offset}. */
  public int i32(long offset, ByteOrder order) throws PhotoException {
    check(offset, 4);
    return bytes.get(INT.withOrder(order), offset);
  }

  /** The 64-bit number at {@code offset}; an unsigned one beyond 2^63 - 1 is negative. */
  public long i64(long offset, ByteOrder order) throws PhotoException {
    check(offset, 8);
    return bytes.get(LONG.withOrder(order), offset);
  }

  /** A copy of {@code count} bytes at {@code offset}. */
  public byte[] copy(long offset, int count) throws PhotoException {
    check(offset, count);
    byte[] copy = new byte[count];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, copy, 0, count);
    return copy;
  }

  /** Copies {@code count} bytes at {@code offset} to {@code into}, from index {@code at} on. */
  public void copy(long offset, byte[] into, int at, int count) throws PhotoException {
    check(offset, count);
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, into, at, count);
  }

  /** The error that the bytes contradict the format. */
  public PhotoException damaged(String reason) {
    return new PhotoException(Kind.DAMAGED, file, reason);
  }

  private void check(long offset, long count) throws PhotoException {
    if (!contains(offset, count)) {
      throw damaged(
          "is cut short: needs "
              + count
              + " bytes at byte "
              + Long.toUnsignedString(offset)
              + ", but the file ends at byte "
              + length());
    }
  }

  /** Unmaps the file; no access is possible afterwards. */
  @Override
  public void close() {
    release.run();
  }
}
