package hyperlumen.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What {@link AtomicFile} asks of the operating system; tests let each call fail in turn. */
interface FileOperations {

  /** The real ones. */
  FileOperations SYSTEM =
      new FileOperations() {
        @Override
        public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
          long at = position;
          while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
          }
        }

        @Override
        public void force(FileChannel channel) throws IOException {
          channel.force(true);
        }

        @Override
        public void replace(Path temporary, Path target) throws IOException {
          Files.move(
              temporary,
              target,
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void publish(Path temporary, Path target) throws IOException {
          try {
            // A hard link fails if the name is taken: there is no gap between look and leap.
            Files.createLink(target, temporary);
            Files.delete(temporary);
          } catch (FileAlreadyExistsException e) {
            throw e;
          } catch (IOException | UnsupportedOperationException e) {
            // File systems without hard links (FAT, some network folders).
            Files.move(temporary, target);
          }
        }

        @Override
        public void forceName(Path target) throws IOException {
          Path folder = target.toAbsolutePath().getParent();
          try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
          }
        }
      };

  /** Writes all bytes from {@code position} on. */
  void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException;

  /** Waits until the bytes are on the disk. */
  void force(FileChannel channel) throws IOException;

  /** Gives the file its final name in one step, replacing what has that name. */
  void replace(Path temporary, Path target) throws IOException;

  /** Gives the file its final name; fails if something has that name. */
  void publish(Path temporary, Path target) throws IOException;

  /** Waits until the name is on the disk; not every system can, Windows for one. */
  void forceName(Path target) throws IOException;
}
