package hyperlumen.ui.service;

import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Raster;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.progress.Progress.Stage;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.StoredPicture;
import hyperlumen.write.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A service for tests: every photo is a painted landscape with noise, its enhancement the landscape
 * without, made tile by tile; each tile waits for a permit of {@link #tiles}.
 */
public final class FakeService implements EnhanceService {

  public static final int TILE = 64;

  public static final ModelFacts DENOISER =
      new ModelFacts(
          "denoise-fast",
          "Fast denoiser",
          ModelFacts.Task.DENOISE,
          "Trained on public-domain photographs with realistic noise. 29.1 dB on Kodak at sigma"
              + " 25.",
          "3fa9c1d2e4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff",
          412_032,
          "Apache-2.0",
          true);

  public static final ModelFacts ISP =
      new ModelFacts(
          "isp-fast",
          "Fast ISP",
          ModelFacts.Task.RAW_TO_PICTURE,
          "Demosaics and denoises sensor data in one network.",
          "00ffc1d2e4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff",
          398_110,
          "Apache-2.0",
          false);

  /** Permits for tiles; as many as wanted unless a test takes them away. */
  public final Semaphore tiles = new Semaphore(1_000_000);

  /** Permits for files that are written; as many as wanted unless a test takes them away. */
  public final Semaphore files = new Semaphore(1_000_000);

  /** Files that were saved. */
  public final List<Path> saved = new ArrayList<>();

  /** Strengths that were set on results. */
  public final List<Double> strengths = new ArrayList<>();

  /** Adjustments that results were developed with. */
  public final List<Adjustments> developed = new ArrayList<>();

  /** What was asked for. */
  public final List<EnhanceRequest> requests = new ArrayList<>();

  /** Adjustments that plain pictures were rendered with. */
  public final List<Adjustments> rendered = new ArrayList<>();

  private final Size size;

  public FakeService(Size size) {
    this.size = size;
  }

  /** What runs may take. */
  public volatile long memory;

  /** Whether files with the settings are wanted. */
  public volatile boolean sidecars;

  @Override
  public void setSidecars(boolean wanted) {
    sidecars = wanted;
  }

  @Override
  public void setMemory(long bytes) {
    memory = bytes;
  }

  @Override
  public List<ModelFacts> models() {
    return List.of(ISP, DENOISER);
  }

  @Override
  public OpenPhoto open(Path file, Progress progress) throws PhotoException {
    if (file.getFileName().toString().startsWith("broken")) {
      throw new PhotoException(
          PhotoException.Kind.DAMAGED, file, "the strip at byte 1234 ends before its last row");
    }
    Raster picture = Landscape.paint(size);
    // In a folder of this name are pictures as they should be, and those of a weaker program.
    String folder = String.valueOf(file.getParent().getFileName());
    double noise = folder.equals("right") ? 0 : folder.equals("weaker") ? 0.03 : 0.1;
    Random random = new Random(1);
    for (int i = 0; i < picture.samples().length; i++) {
      picture.samples()[i] += (float) (noise * random.nextGaussian());
    }
    StoredPicture before = stored();
    before.write(size.region(), picture);
    boolean raw = file.toString().endsWith(".dng");
    PhotoFacts facts =
        new PhotoFacts(
            file,
            raw ? PhotoFacts.Kind.RAW : PhotoFacts.Kind.RGB,
            size,
            raw ? "DNG, lossless JPEG, 12 bit" : "PNG, 8 bit",
            "Canon PowerShot S90",
            "ISO 1600, 1/60 s, f/2");
    return new FakePhoto(facts, before, rendered);
  }

  /** What the machine does at the most; empty until it is measured. */
  public volatile OptionalDouble peak = OptionalDouble.empty();

  @Override
  public OptionalDouble peakFlops() {
    return peak;
  }

  @Override
  public double measurePeak() {
    peak = OptionalDouble.of(1.2e11);
    return peak.getAsDouble();
  }

  private StoredPicture stored() {
    return StoredPicture.create(size, 16);
  }

  @Override
  public Thumbnail thumbnail(Path file, int side) {
    int height = Math.max(1, side * size.height() / size.width());
    Size small = new Size(side, height);
    int[] argb = new int[side * height];
    try (StoredPicture picture = StoredPicture.of(small, argb)) {
      picture.write(small.region(), Landscape.paint(small));
      picture.fill(small.region(), argb);
    }
    return new Thumbnail(small, argb);
  }

  @Override
  public CostForecast forecast(OpenPhoto photo, ModelFacts model) {
    return new CostForecast(
        23, 640_000_000, 5.29e11 * size.megapixels(), memory > 1L << 30 ? 1024 : 512);
  }

  @Override
  public EnhancedPhoto enhance(
      OpenPhoto photo, EnhanceRequest request, Consumer<PictureSource> started, Progress progress)
      throws PhotoException, CancelledException {
    requests.add(request);
    if (photo.facts().file().getFileName().toString().startsWith("failing")) {
      throw new PhotoException(
          PhotoException.Kind.IO, photo.facts().file(), "the network gave no numbers");
    }
    if (photo.facts().file().getFileName().toString().startsWith("huge")) {
      throw new OutOfMemoryError("Java heap space");
    }
    StoredPicture picture = stored();
    started.accept(picture);
    progress.advance(Stage.PREDICT, 1, 1);
    Raster clean = Landscape.paint(size);
    int columns = (size.width() + TILE - 1) / TILE;
    int rows = (size.height() + TILE - 1) / TILE;
    progress.advance(Stage.NETWORK, 0, (long) columns * rows);
    for (int i = 0; i < columns * rows; i++) {
      waitForPermit(tiles, progress, picture::close);
      int x = i % columns * TILE;
      int y = i / columns * TILE;
      Region region =
          new Region(x, y, Math.min(TILE, size.width() - x), Math.min(TILE, size.height() - y));
      Raster tile = new Raster(3, region.height(), region.width());
      clean.copyRegion(region, tile);
      picture.write(region, tile);
      progress.advance(Stage.NETWORK, i + 1L, (long) columns * rows);
    }
    return new FakeResult(
        request.model(),
        picture,
        adjustments -> {
          strengths.add(adjustments.strength().luminance());
          developed.add(adjustments);
        });
  }

  private static void waitForPermit(Semaphore permits, Progress progress, Runnable cancelled)
      throws CancelledException {
    try {
      while (!permits.tryAcquire(10, TimeUnit.MILLISECONDS)) {
        if (progress.isCancelled()) {
          cancelled.run();
          throw new CancelledException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  @Override
  public void save(
      EnhancedPhoto result, Path target, OutputFormat format, boolean overwrite, Progress progress)
      throws PhotoException, CancelledException {
    progress.advance(Progress.Stage.WRITE, 1, 4);
    waitForPermit(files, progress, () -> {});
    if (target.getFileName().toString().startsWith("full")) {
      throw new PhotoException(PhotoException.Kind.WRITE_FAILED, target, "the disk is full");
    }
    try {
      Files.writeString(target, format.name());
    } catch (IOException e) {
      throw new PhotoException(PhotoException.Kind.WRITE_FAILED, target, "not written", e);
    }
    saved.add(target);
  }
}
