package hyperlumen.ui.image;

import hyperlumen.photo.Raster;
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
import java.util.Arrays;

/**
 * A picture whose samples are kept: interleaved red, green, blue of 8 or 16 bits, outside the Java
 * heap; a large one lives in a scratch file that is gone with the picture.
 *
 * <p>It starts empty; {@link #write} adds regions in any order. Writing and reading may go on at
 * the same time. After {@link #close} every other call throws {@link IllegalStateException}.
 */
public final class StoredPicture extends ObservablePicture implements AutoCloseable {

  /** Above this the samples go to a scratch file, so that the system can page them out. */
  static final long MEMORY_LIMIT_BYTES = 64L << 20;

  private static final int CHANNELS = 3;
  private static final int OPAQUE = 0xff000000;

  private final Arena arena;
  private final MemorySegment samples;
  private final Coverage coverage;
  private final Path scratch;

  private StoredPicture(Size size, int bits, Arena arena, MemorySegment samples, Path scratch) {
    super(size, bits);
    this.arena = arena;
    this.samples = samples;
    this.scratch = scratch;
    this.coverage = new Coverage(size);
  }

  /**
   * An empty picture.
   *
   * @param bits of a sample, 8 or 16
   * @param folder where a scratch file may be made; created if it is absent
   * @throws IOException if the scratch file cannot be made
   */
  @SuppressWarnings("MustBeClosedChecker") // the picture owns the arena and closes it
  public static StoredPicture create(Size size, int bits, Path folder) throws IOException {
    long bytes = Math.multiplyExact(size.pixels(), (long) CHANNELS * bits / 8);
    Arena arena = Arena.ofShared();
    if (bytes <= MEMORY_LIMIT_BYTES) {
      return new StoredPicture(size, bits, arena, arena.allocate(bytes, 2), null);
    }
    Files.createDirectories(folder);
    Path scratch = Files.createTempFile(folder, "picture", ".scratch");
    try (FileChannel channel =
        FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
      return new StoredPicture(size, bits, arena, mapped, scratch);
    } catch (IOException | RuntimeException e) {
      arena.close();
      Files.deleteIfExists(scratch);
      throw e;
    }
  }

  /**
   * A complete picture from {@code argb}, row by row, 8 bits; for thumbnails and small pictures.
   */
  @SuppressWarnings("MustBeClosedChecker") // the picture owns the arena and closes it
  public static StoredPicture of(Size size, int[] argb) {
    Arena arena = Arena.ofShared();
    MemorySegment samples = arena.allocate(CHANNELS * size.pixels());
    for (int i = 0; i < size.pixels(); i++) {
      samples.set(ValueLayout.JAVA_BYTE, CHANNELS * (long) i, (byte) (argb[i] >> 16));
      samples.set(ValueLayout.JAVA_BYTE, CHANNELS * (long) i + 1, (byte) (argb[i] >> 8));
      samples.set(ValueLayout.JAVA_BYTE, CHANNELS * (long) i + 2, (byte) argb[i]);
    }
    StoredPicture picture = new StoredPicture(size, 8, arena, samples, null);
    picture.coverage.add(size.region());
    return picture;
  }

  /**
   * Stores the raster's pixels at {@code region} and announces the change; values are clamped to
   * [0, 1] and rounded to the nearest stored value.
   *
   * @param raster three channels, or one for grey; at least as large as the region
   */
  public void write(Region region, Raster raster) {
    int maximum = (1 << bits()) - 1;
    int second = raster.channels() == 1 ? 0 : 1;
    int third = raster.channels() == 1 ? 0 : 2;
    for (int y = 0; y < region.height(); y++) {
      long at = index(region.x(), region.y() + y);
      for (int x = 0; x < region.width(); x++, at += CHANNELS) {
        put(at, quantise(raster.get(0, y, x), maximum));
        put(at + 1, quantise(raster.get(second, y, x), maximum));
        put(at + 2, quantise(raster.get(third, y, x), maximum));
      }
    }
    coverage.add(region);
    invalidate(region);
  }

  /** Nearest stored value of {@code value} in [0, 1]; not-a-number becomes 0. */
  static int quantise(float value, int maximum) {
    return (int) (Math.clamp(value, 0f, 1f) * maximum + 0.5f);
  }

  /** Whether every pixel is there. */
  public boolean isComplete() {
    return coverage.isComplete();
  }

  /** Bytes the samples take. */
  public long bytes() {
    return samples.byteSize();
  }

  @Override
  public void fill(Region region, int[] argb) {
    if (coverage.isComplete()) {
      fillPart(region, region, argb);
      return;
    }
    Arrays.fill(argb, 0, (int) region.pixels(), 0);
    for (Region part : coverage.within(region)) {
      fillPart(region, part, argb);
    }
  }

  private void fillPart(Region region, Region part, int[] argb) {
    for (int y = part.y(); y < part.endY(); y++) {
      long at = index(part.x(), y);
      int to = (y - region.y()) * region.width() + part.x() - region.x();
      int end = to + part.width();
      if (bits() == 8) {
        for (; to < end; to++, at += CHANNELS) {
          argb[to] = OPAQUE | get8(at) << 16 | get8(at + 1) << 8 | get8(at + 2);
        }
      } else {
        for (; to < end; to++, at += CHANNELS) {
          argb[to] =
              OPAQUE | narrow(get16(at)) << 16 | narrow(get16(at + 1)) << 8 | narrow(get16(at + 2));
        }
      }
    }
  }

  /** round(value / 257): the 8-bit value nearest to a 16-bit one. */
  static int narrow(int value) {
    return (value * 255 + 32895) >>> 16;
  }

  @Override
  public void samples(Region region, short[] rgb) {
    int to = 0;
    for (int y = region.y(); y < region.endY(); y++) {
      long at = index(region.x(), y);
      for (int i = 0; i < CHANNELS * region.width(); i++) {
        rgb[to++] = (short) (bits() == 8 ? get8(at + i) * 257 : get16(at + i));
      }
    }
  }

  @Override
  public boolean valueAt(int x, int y, int[] rgb) {
    if (!coverage.contains(x, y)) {
      return false;
    }
    long at = index(x, y);
    for (int c = 0; c < CHANNELS; c++) {
      rgb[c] = bits() == 8 ? get8(at + c) : get16(at + c);
    }
    return true;
  }

  private long index(int x, int y) {
    return CHANNELS * ((long) y * size().width() + x);
  }

  private int get8(long at) {
    return samples.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }

  private int get16(long at) {
    return samples.get(ValueLayout.JAVA_SHORT, 2 * at) & 0xffff;
  }

  private void put(long at, int value) {
    if (bits() == 8) {
      samples.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    } else {
      samples.set(ValueLayout.JAVA_SHORT, 2 * at, (short) value);
    }
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
