package hyperlumen.ui.image;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A whole picture of float32 samples f(channel, row, column), kept outside the Java heap; a large
 * one, or one of many, lives in a scratch file that the system can page out and that is gone with
 * it.
 *
 * <p>Written and read region by region, by any thread; a region is read after it was written. After
 * {@link #close} every other call throws {@link IllegalStateException}.
 */
public final class ScratchRaster implements RasterSource, AutoCloseable {

  private static final String ENDING = ".scratch";

  /** A younger one may be about to be mapped by another window. */
  private static final long NEW_MILLISECONDS = 60_000;

  /** Up to about 5 MPix of three channels stay in memory; more would push others out of it. */
  static final long MEMORY_LIMIT_BYTES = 64L << 20;

  /** All small pictures together; with more photos open than this holds, the next go to files. */
  static final long MEMORY_TOTAL_BYTES = 256L << 20;

  private static final int BLOCK_BYTES = 1 << 20;

  private static final AtomicLong IN_MEMORY = new AtomicLong();

  private final int channels;
  private final Size size;
  private final Arena arena;
  private final MemorySegment samples;
  private final boolean inMemory;
  private final Path named;

  private ScratchRaster(
      int channels, Size size, Arena arena, MemorySegment samples, boolean inMemory, Path named) {
    this.channels = channels;
    this.size = size;
    this.arena = arena;
    this.samples = samples;
    this.inMemory = inMemory;
    this.named = named;
  }

  /**
   * A picture of zeros.
   *
   * @param folder where a scratch file may be made; created if it is absent
   * @throws IOException if the scratch file cannot be made, or the disk has no room for it
   */
  public static ScratchRaster create(int channels, Size size, Path folder) throws IOException {
    long bytes = Math.multiplyExact(size.pixels(), (long) channels * Float.BYTES);
    return bytes <= MEMORY_LIMIT_BYTES && takeMemory(bytes)
        ? inMemory(channels, size, bytes)
        : inFile(channels, size, bytes, folder);
  }

  @SuppressWarnings("MustBeClosedChecker") // the raster owns the arena and closes it
  private static ScratchRaster inMemory(int channels, Size size, long bytes) {
    Arena arena = Arena.ofShared();
    try {
      return new ScratchRaster(
          channels, size, arena, arena.allocate(bytes, Float.BYTES), true, null);
    } catch (RuntimeException | OutOfMemoryError e) {
      arena.close();
      IN_MEMORY.addAndGet(-bytes);
      throw e;
    }
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static ScratchRaster inFile(int channels, Size size, long bytes, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    sweep(folder);
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "not enough space on the disk: " + bytes + " bytes needed, " + free + " free");
    }
    Path scratch = Files.createTempFile(folder, "picture", ENDING);
    Arena arena = Arena.ofShared();
    try (FileChannel channel =
        FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      reserve(channel, bytes);
      MemorySegment samples = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      // Without its name it is gone with the process, however that ends.
      Path named = delete(scratch) ? null : scratch;
      return new ScratchRaster(channels, size, arena, samples, false, named);
    } catch (IOException | RuntimeException e) {
      arena.close();
      delete(scratch);
      throw e;
    }
  }

  /**
   * Writes zeros: a mapped file would take its room page by page, and have no better way to say
   * that there is none left than to end the program.
   */
  private static void reserve(FileChannel channel, long bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(BLOCK_BYTES);
    for (long at = 0; at < bytes; ) {
      zeros.position(0).limit((int) Math.min(BLOCK_BYTES, bytes - at));
      at += channel.write(zeros, at);
    }
  }

  /** Deletes what a program left that was killed; what is in use has no name, or resists. */
  private static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : left) {
        if (file.toFile().lastModified() < System.currentTimeMillis() - NEW_MILLISECONDS) {
          delete(file);
        }
      }
    }
  }

  /** Whether the file is gone: Windows deletes none that is mapped. */
  private static boolean delete(Path file) {
    try {
      Files.deleteIfExists(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean takeMemory(long bytes) {
    boolean fits = IN_MEMORY.addAndGet(bytes) <= MEMORY_TOTAL_BYTES;
    if (!fits) {
      IN_MEMORY.addAndGet(-bytes);
    }
    return fits;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public Size size() {
    return size;
  }

  /** Whether it takes memory; else the system writes it to a file when it needs the room. */
  boolean isInMemory() {
    return inMemory;
  }

  /** Keeps the raster's samples at {@code region}. */
  public void write(Region region, Raster from) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < region.height(); y++) {
        MemorySegment.copy(
            from.samples(),
            from.index(c, y, 0),
            samples,
            ValueLayout.JAVA_FLOAT,
            offset(c, region.y() + y, region.x()),
            region.width());
      }
    }
  }

  @Override
  public void read(Region region, Raster into) {
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < region.height(); y++) {
        MemorySegment.copy(
            samples,
            ValueLayout.JAVA_FLOAT,
            offset(c, region.y() + y, region.x()),
            into.samples(),
            into.index(c, y, 0),
            region.width());
      }
    }
  }

  private long offset(int channel, int row, int column) {
    return Float.BYTES * (((long) channel * size.height() + row) * size.width() + column);
  }

  @Override
  public void close() {
    if (!arena.scope().isAlive()) {
      return;
    }
    arena.close();
    if (inMemory) {
      IN_MEMORY.addAndGet(-samples.byteSize());
    } else if (named != null) {
      delete(named);
    }
  }
}
