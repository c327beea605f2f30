package hyperlumen.enhance;

import hyperlumen.colour.RenderingSettings;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Photo;
import hyperlumen.photo.RawPhoto;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user asks of an enhancement.
 *
 * @param strength share of the network's result in lightness and colour; 0 leaves the photo as it
 *     is developed plainly
 * @param noiseScale factor on the noise the filters are predicted for; 1 = as measured
 * @param memoryBytes resident memory that the run may use; picks the tile
 * @param tile side of a tile in photo pixels, halo included; overrides the memory's choice
 * @param threads tiles that are run at once
 * @param rendering white balance, exposure, look, colour space; for RAW photos
 * @param cfa colour filters at the upper left corner of a mosaic's active area, instead of those
 *     that its file names
 */
public record EnhanceOptions(
    Strength strength,
    double noiseScale,
    long memoryBytes,
    OptionalInt tile,
    int threads,
    RenderingSettings rendering,
    Optional<Cfa> cfa) {

  /** Least memory that can be asked for: the program itself and the smallest tile. */
  public static final long LEAST_MEMORY = 400_000_000L;

  /**
   * What runs take at most unless asked for more: beyond it, larger tiles save little time. With it
   * 100 megapixels of RAW stay below 1.2 GB (docs/performance.md).
   */
  public static final long USUAL_MEMORY = 1_000_000_000L;

  /** Noise scales beyond these leave what the networks were trained on. */
  public static final double MOST_NOISE_SCALE = 8;

  public EnhanceOptions {
    Objects.requireNonNull(strength, "strength");
    Objects.requireNonNull(cfa, "cfa");
    if (!(noiseScale >= 0 && noiseScale <= MOST_NOISE_SCALE)) {
      throw new IllegalArgumentException("noise " + noiseScale + " is not between 0 and 8");
    }
    if (memoryBytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "a memory budget below " + LEAST_MEMORY / 1_000_000 + " MB is too small");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads are at least 1");
    }
  }

  /** Options that believe files what colour filters they name. */
  public EnhanceOptions(
      Strength strength,
      double noiseScale,
      long memoryBytes,
      OptionalInt tile,
      int threads,
      RenderingSettings rendering) {
    this(strength, noiseScale, memoryBytes, tile, threads, rendering, Optional.empty());
  }

  /**
   * Full strength, noise as measured, all processors, and a quarter of the machine's memory but no
   * more than {@link #USUAL_MEMORY}.
   */
  public static EnhanceOptions defaults() {
    long quarter = machineMemory() / 4;
    return new EnhanceOptions(
        Strength.FULL,
        1,
        Math.clamp(quarter, LEAST_MEMORY, USUAL_MEMORY),
        OptionalInt.empty(),
        Runtime.getRuntime().availableProcessors(),
        RenderingSettings.DEFAULT);
  }

  private static long machineMemory() {
    java.lang.management.OperatingSystemMXBean system =
        java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean sun
        ? sun.getTotalMemorySize()
        : 4L << 30;
  }

  /** These options with the same strength in lightness and colour, 0 to 1. */
  public EnhanceOptions withStrength(double other) {
    return withStrength(Strength.of(other));
  }

  /** These options with another strength. */
  public EnhanceOptions withStrength(Strength other) {
    return new EnhanceOptions(other, noiseScale, memoryBytes, tile, threads, rendering, cfa);
  }

  /** These options with another noise scale. */
  public EnhanceOptions withNoiseScale(double other) {
    return new EnhanceOptions(strength, other, memoryBytes, tile, threads, rendering, cfa);
  }

  /** These options with another memory budget. */
  public EnhanceOptions withMemoryBytes(long other) {
    return new EnhanceOptions(strength, noiseScale, other, tile, threads, rendering, cfa);
  }

  /** These options with a tile of their own. */
  public EnhanceOptions withTile(OptionalInt other) {
    return new EnhanceOptions(strength, noiseScale, memoryBytes, other, threads, rendering, cfa);
  }

  /** These options with another number of threads. */
  public EnhanceOptions withThreads(int other) {
    return new EnhanceOptions(strength, noiseScale, memoryBytes, tile, other, rendering, cfa);
  }

  /** These options with another rendering. */
  public EnhanceOptions withRendering(RenderingSettings other) {
    return new EnhanceOptions(strength, noiseScale, memoryBytes, tile, threads, other, cfa);
  }

  /** These options with filters of the user's own, or with the file's. */
  public EnhanceOptions withCfa(Optional<Cfa> other) {
    return new EnhanceOptions(strength, noiseScale, memoryBytes, tile, threads, rendering, other);
  }

  /** The photo as these options have it: with their colour filters, if it has any and they do. */
  public Photo seen(Photo photo) {
    return photo instanceof RawPhoto raw && cfa.isPresent() ? raw.withCfa(cfa.get()) : photo;
  }
}
