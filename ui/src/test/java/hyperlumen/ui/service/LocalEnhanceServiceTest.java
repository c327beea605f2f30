package hyperlumen.ui.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hyperlumen.batch.Sidecar;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Enhancer;
import hyperlumen.enhance.Strength;
import hyperlumen.model.Model;
import hyperlumen.model.ModelStore;
import hyperlumen.model.TestModels;
import hyperlumen.photo.Cfa;
import hyperlumen.photo.Orientation;
import hyperlumen.photo.Photo;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.progress.CancelledException;
import hyperlumen.progress.Progress;
import hyperlumen.read.PhotoReader;
import hyperlumen.read.dng.DngWriter;
import hyperlumen.ui.image.PictureSource;
import hyperlumen.ui.image.TilePlan;
import hyperlumen.write.OutputFormat;
import hyperlumen.write.OutputSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real service with small random networks on the sample photos. */
final class LocalEnhanceServiceTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("hyperlumen.root"), "assets", "samples");
  private static final Path NOISY = SAMPLES.resolve("noisy-sample.png");

  @TempDir static Path folder;

  private static Model model;
  private static LocalEnhanceService service;
  private static EnhanceOptions options;

  @BeforeAll
  static void installModels() throws Exception {
    Path models = folder.resolve("models");
    TestModels.install(models, "isp-fast", "isp:n=8,e=4,h=16");
    model = TestModels.install(models, "denoise-fast", "denoise:n=8,e=4,h=16");
    options = EnhanceOptions.defaults().withTile(OptionalInt.of(512)).withThreads(1);
    service =
        new LocalEnhanceService(
            ModelStore.open(models), folder.resolve("scratch"), options, "Hyperlumen");
  }

  private static ModelFacts facts(String id) {
    return service.models().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void modelsAreListedWithTheirHash() {
    assertThat(service.models())
        .extracting(ModelFacts::id)
        .containsExactlyInAnyOrder("isp-fast", "denoise-fast");
    assertThat(facts("denoise-fast").sha256()).isEqualTo(model.sha256());
    assertThat(facts("isp-fast").task()).isEqualTo(ModelFacts.Task.RAW_TO_PICTURE);
  }

  @Test
  void theForecastIsTheCommandLinesWithTheWindowsMemory() throws Exception {
    Photo read = PhotoReader.read(NOISY, Progress.NONE);
    long onlyRun = Enhancer.forecast(read, model, options).memoryBytes();
    try (OpenPhoto photo = service.open(NOISY, Progress.NONE)) {
      CostForecast forecast = service.forecast(photo, facts("denoise-fast"));
      assertThat(forecast.seconds()).isPositive();
      assertThat(forecast.bytes())
          .isEqualTo(onlyRun + 275_000_000 + 12L * read.size().width() * read.size().height());
      assertThat(forecast.flop()).isGreaterThan(1e9);
    }
  }

  @Test
  void theResultGrowsAndIsSavedByteForByteAsOnTheCommandLine() throws Exception {
    List<PictureSource> started = new ArrayList<>();
    List<Region> grown = new ArrayList<>();
    Path expected = folder.resolve("expected.png");
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, "Hyperlumen");
    Enhancer.enhance(NOISY, expected, model, options.withStrength(.6), spec, Progress.NONE);
    try (OpenPhoto photo = service.open(NOISY, Progress.NONE);
        EnhancedPhoto result =
            service.enhance(
                photo,
                new EnhanceRequest(facts("denoise-fast"), 1, 1),
                picture -> {
                  started.add(picture);
                  picture.addListener(grown::add);
                },
                Progress.NONE)) {
      assertThat(started).containsExactly(result.picture());
      assertThat(grown.stream().mapToLong(Region::pixels).sum())
          .isEqualTo(result.picture().size().pixels());
      CostReadout cost = result.cost();
      assertThat(cost.modelSha256()).isEqualTo(model.sha256());
      assertThat(cost.tiles()).isGreaterThan(1);
      assertThat(cost.executedFlop()).isGreaterThan(cost.usefulFlop());
      assertThat(cost.gigaflops()).isPositive();
      result.develop(Adjustments.DEFAULT.withStrength(Strength.of(.6)));
      Path target = folder.resolve("result.png");
      service.save(result, target, OutputFormat.PNG8, false, Progress.NONE);
      assertThat(target).hasSameBinaryContentAs(expected);
      assertThatThrownBy(() -> service.save(result, NOISY, OutputFormat.PNG8, true, Progress.NONE))
          .isInstanceOf(PhotoException.class)
          .hasMessageContaining("is the photo itself");
    }
  }

  /** Stored 96 x 64, shown twice as high and then turned: 128 wide, 96 high. */
  @Test
  void aPhotoOfPixelsThatAreNotSquareIsShownAndSavedWithSquareOnes() throws Exception {
    Path source = folder.resolve("wide.dng");
    new DngWriter(new Size(96, 64))
        .levels(64, 4095)
        .asShotNeutral(0.5, 1, 0.6)
        .defaultScale(1, 2)
        .orientation(Orientation.ROTATE_90.exif())
        .write(source, (y, row) -> Arrays.setAll(row, x -> 500 + 20 * x + 10 * y));
    Path expected = folder.resolve("wide.expected.png");
    Path target = folder.resolve("wide.png");
    Model isp = ModelStore.open(folder.resolve("models")).get("isp-fast");
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, "Hyperlumen");
    Enhancer.enhance(source, expected, isp, options, spec, Progress.NONE);
    Size size = new Size(128, 96);

    try (OpenPhoto photo = service.open(source, Progress.NONE);
        EnhancedPhoto result =
            service.enhance(
                photo, new EnhanceRequest(facts("isp-fast"), 1, 1), picture -> {}, Progress.NONE)) {
      assertThat(photo.facts().size()).isEqualTo(size);
      assertThat(photo.before().size()).isEqualTo(size);
      assertThat(photo.whiteAt(100, 90)).isPresent();
      assertThat(result.picture().size()).isEqualTo(size);
      TilePlan plan = result.tilePlan();
      assertThat(plan.picture()).isEqualTo(size);
      assertThat(plan.tiles().stream().mapToLong(Region::pixels).sum()).isEqualTo(size.pixels());
      assertThat(plan.haloColumns()).isEqualTo(2 * plan.haloRows());
      service.save(result, target, OutputFormat.PNG8, false, Progress.NONE);
    }
    assertThat(target).hasSameBinaryContentAs(expected);
  }

  @Test
  void chosenFiltersShowInThePhotoAtOnceAndInTheNextResult() throws Exception {
    Path source = SAMPLES.resolve("raw-sample.dng");
    Path expected = folder.resolve("grbg.expected.png");
    Path target = folder.resolve("grbg.png");
    Optional<Cfa> grbg = Optional.of(Cfa.GRBG);
    Model isp = ModelStore.open(folder.resolve("models")).get("isp-fast");
    Photo seen = options.withCfa(grbg).seen(PhotoReader.read(source, Progress.NONE));
    OutputSpec spec = OutputSpec.of(OutputFormat.PNG8, "Hyperlumen");
    Enhancer.enhance(seen, 0, expected, isp, options.withCfa(grbg), spec, Progress.NONE);
    Adjustments chosen = Adjustments.DEFAULT.withCfa(grbg);

    try (OpenPhoto photo = service.open(source, Progress.NONE);
        EnhancedPhoto result =
            service.enhance(
                photo, new EnhanceRequest(facts("isp-fast"), chosen), p -> {}, Progress.NONE)) {
      int[] asFile = new int[64];
      int[] asChosen = new int[64];
      photo.before().fill(new Region(200, 200, 8, 8), asFile);
      photo.develop(chosen);
      photo.before().fill(new Region(200, 200, 8, 8), asChosen);
      assertThat(asChosen).isNotEqualTo(asFile);
      // What is chosen afterwards is not what the result was made with.
      result.develop(Adjustments.DEFAULT.withNoise(2));
      service.save(result, target, OutputFormat.PNG8, false, Progress.NONE);
    }
    assertThat(target).hasSameBinaryContentAs(expected);
  }

  @Test
  void aSidecarOfASavedResultRepeatsIt() throws Exception {
    Path source = Files.copy(NOISY, folder.resolve("source.png"));
    Path target = folder.resolve("saved.png");
    try (OpenPhoto photo = service.open(source, Progress.NONE);
        EnhancedPhoto result =
            service.enhance(
                photo,
                new EnhanceRequest(facts("denoise-fast"), 1, 1),
                picture -> {},
                Progress.NONE)) {
      result.develop(Adjustments.DEFAULT.withStrength(Strength.of(.3)));
      service.setSidecars(true);
      service.save(result, target, OutputFormat.PNG8, false, Progress.NONE);
      Files.setLastModifiedTime(source, FileTime.fromMillis(0));
      assertThatThrownBy(() -> service.save(result, target, OutputFormat.PNG8, true, Progress.NONE))
          .hasMessage(
              "source.png: was changed after it had been opened, so no sidecar was written");
    } finally {
      service.setSidecars(false);
    }

    Sidecar sidecar = Sidecar.read(folder.resolve("saved.png.hyperlumen.json"));
    assertThat(sidecar.source(Optional.empty())).isEqualTo(source);
    EnhanceOptions again = sidecar.settings().options();
    assertThat(again.tile()).isEqualTo(options.tile());
    Path repeated = folder.resolve("repeated.png");
    OutputSpec spec = OutputSpec.of(sidecar.settings().format().orElseThrow(), "Hyperlumen");
    Enhancer.enhance(source, repeated, model, again, spec, Progress.NONE);
    assertThat(repeated).hasSameBinaryContentAs(target);
  }

  @Test
  void aRawPhotoIsEnhancedToo() throws Exception {
    try (OpenPhoto photo = service.open(SAMPLES.resolve("raw-sample.dng"), Progress.NONE);
        EnhancedPhoto result =
            service.enhance(
                photo, new EnhanceRequest(facts("isp-fast"), 1, 1), picture -> {}, Progress.NONE)) {
      assertThat(result.picture().size()).isEqualTo(photo.before().size());
      int[] rgb = new int[3];
      assertThat(result.picture().valueAt(10, 10, rgb)).isTrue();
    }
  }

  @Test
  void aCancelledRunLeavesNothingBehind() throws Exception {
    Progress atOnce =
        new Progress() {
          private volatile boolean cancelled;

          @Override
          public void advance(Stage stage, long done, long total) {
            cancelled |= stage == Stage.NETWORK;
          }

          @Override
          public boolean isCancelled() {
            return cancelled;
          }
        };
    try (OpenPhoto photo = service.open(NOISY, Progress.NONE)) {
      EnhanceRequest request = new EnhanceRequest(facts("denoise-fast"), 1, 1);
      assertThatThrownBy(() -> service.enhance(photo, request, picture -> {}, atOnce))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(
            Files.exists(folder.resolve("scratch"))
                && folder.resolve("scratch").toFile().list().length > 0)
        .isFalse();
  }
}
