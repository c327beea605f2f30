package hyperlumen.ui.image;

import hyperlumen.photo.Raster;
import hyperlumen.photo.RasterSource;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A whole picture of float32 samples f(channel, row, column), kept outside the Java heap; a large
 * one lives in a scratch file that the system can page out and that is gone with it.
 *
 * <p>Written and read region by region, by any thread; a region is read after it was written. After
 * {@link #close} every other call throws {@link IllegalStateException}.
 */
public final class ScratchRaster implements RasterSource, AutoCloseable {

  /** Up to about 5 MPix of three channels stay in memory; more would push others out of it. */
  static final long MEMORY_LIMIT_BYTES = 64L << 20;

  private final int channels;
  private final Size size;
  private final Arena arena;
  private final MemorySegment samples;
  private final Path scratch;

  private ScratchRaster(int channels, Size size, Arena arena, MemorySegment samples, Path scratch) {
    this.channels = channels;
    this.size = size;
    this.arena = arena;
    this.samples = samples;
    this.scratch = scratch;
  }

  /**
   * A picture of zeros.
   *
   * @param folder where a scratch file may be made; created if it is absent
   * @throws IOException if the scratch file cannot be made
   */
  @SuppressWarnings("MustBeClosedChecker") // the raster owns the arena and closes it
  public static ScratchRaster create(int channels, Size size, Path folder) throws IOException {
    long bytes = Math.multiplyExact(size.pixels(), (long) channels * Float.BYTES);
    Arena arena = Arena.ofShared();
    if (bytes <= MEMORY_LIMIT_BYTES) {
      MemorySegment samples = arena.allocate(bytes, Float.BYTES);
      return new ScratchRaster(channels, size, arena, samples, null);
    }
    Files.createDirectories(folder);
    Path scratch = Files.createTempFile(folder, "picture", ".scratch");
    try (FileChannel channel =
        FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MemorySegment samples = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      return new ScratchRaster(channels, size, arena, samples, scratch);
    } catch (IOException | RuntimeException e) {
      arena.close();
      Files.deleteIfExists(scratch);
      throw e;
    }
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public Size size() {
    return size;
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
    if (scratch != null) {
      try {
        Files.deleteIfExists(scratch);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
