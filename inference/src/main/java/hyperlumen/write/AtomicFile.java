package hyperlumen.write;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A file that appears under its name whole or not at all: it grows as a hidden file in the same
 * folder, is forced to the disk, and is then moved in one step; then its name is forced to the
 * disk, where the system can. Closing it without {@link #commit()} removes it. Not thread-safe.
 */
public final class AtomicFile implements AutoCloseable {

  /** Virus scanners hold a new file for some hundred milliseconds; the delay doubles each time. */
  private static final int MOVE_ATTEMPTS = 5;

  private static final int FIRST_DELAY_MILLISECONDS = 20;

  private final Path target;
  private final boolean overwrite;
  private final FileOperations operations;
  private final Path temporary;
  private final FileChannel channel;
  private long length;

  private AtomicFile(
      Path target,
      boolean overwrite,
      FileOperations operations,
      Path temporary,
      FileChannel channel) {
    this.target = target;
    this.overwrite = overwrite;
    this.operations = operations;
    this.temporary = temporary;
    this.channel = channel;
  }

  /**
   * Begins a file that will be {@code target}.
   *
   * @throws PhotoException EXISTS if it exists and {@code overwrite} is false; WRITE_FAILED
   */
  public static AtomicFile create(Path target, boolean overwrite) throws PhotoException {
    return create(target, overwrite, FileOperations.SYSTEM);
  }

  static AtomicFile create(Path target, boolean overwrite, FileOperations operations)
      throws PhotoException {
    if (Files.isDirectory(target)) {
      throw new PhotoException(Kind.WRITE_FAILED, target, "is a folder");
    }
    if (!overwrite && Files.exists(target)) {
      throw exists(target);
    }
    Path temporary = Leftovers.temporary(target);
    try {
      FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new AtomicFile(target, overwrite, operations, temporary, channel);
    } catch (NoSuchFileException e) {
      throw new PhotoException(Kind.WRITE_FAILED, target, "its folder does not exist", e);
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  /**
   * Writes {@code target} whole or not at all, in place of what had that name.
   *
   * @throws PhotoException WRITE_FAILED
   */
  public static void replace(Path target, byte[] content) throws PhotoException {
    try (AtomicFile file = create(target, true)) {
      file.write(content);
      file.commit();
    }
  }

  /** Number of bytes written so far. */
  public long length() {
    return length;
  }

  /** Appends bytes. */
  public void write(byte[] bytes, int offset, int count) throws PhotoException {
    put(ByteBuffer.wrap(bytes, offset, count), length);
    length += count;
  }

  /** Appends bytes. */
  public void write(byte[] bytes) throws PhotoException {
    write(bytes, 0, bytes.length);
  }

  /** Overwrites bytes at {@code position}, which were written before. */
  public void writeAt(long position, byte[] bytes) throws PhotoException {
    put(ByteBuffer.wrap(bytes), position);
  }

  /** A stream that appends to the file; closing it does nothing. */
  public OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        AtomicFile.this.write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        AtomicFile.this.write(bytes, offset, count);
      }
    };
  }

  /** Puts the file under its name. */
  public void commit() throws PhotoException {
    commit(Publication.AT_ONCE);
  }

  /** Puts the file under its name unless {@code publication} objects. */
  public void commit(Publication publication) throws PhotoException {
    try {
      operations.force(channel);
      channel.close();
      publication.ready(temporary);
      move();
      forceName();
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    } catch (PhotoException e) {
      throw e;
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  /** Removes the file unless it was committed; errors here have nothing to add. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The file is given up anyway.
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // A hidden leftover is all that can be left.
    }
  }

  private void move() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        if (overwrite) {
          operations.replace(temporary, target);
        } else {
          operations.publish(temporary, target);
        }
        return;
      } catch (AccessDeniedException e) {
        if (attempt == MOVE_ATTEMPTS) {
          throw e;
        }
        pause(attempt, e);
      }
    }
  }

  private void forceName() {
    try {
      operations.forceName(target);
    } catch (IOException e) {
      // The file is whole. Without its name after a power cut the queue would make it again.
    }
  }

  private static void pause(int attempt, IOException reason) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep((long) FIRST_DELAY_MILLISECONDS << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  private void put(ByteBuffer bytes, long position) throws PhotoException {
    try {
      operations.write(channel, bytes, position);
    } catch (IOException e) {
      throw failed(target, e);
    }
  }

  private static PhotoException exists(Path target) {
    return new PhotoException(
        Kind.EXISTS, target, "exists already, and overwriting was not asked for");
  }

  private static PhotoException failed(Path target, IOException cause) {
    String reason = cause instanceof AccessDeniedException ? "access denied" : cause.getMessage();
    return new PhotoException(Kind.WRITE_FAILED, target, "could not be written: " + reason, cause);
  }
}
