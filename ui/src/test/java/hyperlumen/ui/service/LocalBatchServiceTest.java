package hyperlumen.ui.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hyperlumen.batch.Report;
import hyperlumen.batch.Sidecar;
import hyperlumen.batch.report.ReportJson;
import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.enhance.Strength;
import hyperlumen.model.ModelStore;
import hyperlumen.photo.PhotoException;
import hyperlumen.ui.service.BatchService.Order;
import hyperlumen.ui.service.BatchService.Row;
import hyperlumen.ui.service.BatchService.Stand;
import hyperlumen.write.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's queue with the shipped denoiser: what was frozen is what comes out. */
final class LocalBatchServiceTest {

  private static final Path MODELS =
      Path.of(System.getProperty("hyperlumen.root"), "assets", "models");

  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir Path folder;

  private Path photo;
  private Path results;
  private LocalBatchService batch;

  @BeforeEach
  void openQueue() throws IOException {
    assumeTrue(Files.exists(MODELS.resolve("denoise-fast/predict.onnx")));
    photo = noisy("photo.png", 7);
    results = Files.createDirectory(folder.resolve("results"));
    batch = open();
  }

  private LocalBatchService open() throws IOException {
    return new LocalBatchService(
        folder.resolve("queue.db"),
        ModelStore.open(MODELS),
        EnhanceOptions.defaults().withThreads(1),
        "Hyperlumen of this test");
  }

  @AfterEach
  void stop() {
    if (batch != null) {
      batch.stop();
    }
  }

  private Path noisy(String name, long seed) throws IOException {
    BufferedImage picture = new BufferedImage(96, 80, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 96; x++) {
        int red = Math.clamp(60 + x + Math.round(25 * random.nextGaussian()), 0, 255);
        int green = Math.clamp(90 + y + Math.round(25 * random.nextGaussian()), 0, 255);
        int blue = Math.clamp(120 + Math.round(25 * random.nextGaussian()), 0, 255);
        picture.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    Path file = folder.resolve(name);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private void waitFor(BooleanSupplier condition) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private List<Row> over() throws IOException, InterruptedException {
    batch.start();
    waitFor(() -> !batch.totals().running());
    return batch.rows();
  }

  private static Adjustments strength(double luminance, double colour) {
    return Adjustments.DEFAULT.withStrength(new Strength(luminance, colour));
  }

  /** An order for a finished picture with the shipped denoiser. */
  private static Order order(Path photo, Adjustments adjustments) throws IOException {
    return order(photo, adjustments, "denoise-fast");
  }

  private static Order order(Path photo, Adjustments adjustments, String model) throws IOException {
    ModelStore store = ModelStore.open(MODELS);
    ModelFacts facts = ModelFacts.of(store, store.get(model));
    return new Order(photo, false, Map.of(ModelFacts.Task.DENOISE, facts), adjustments);
  }

  @Test
  void resultsHaveTheFormatThatWasChosen() throws IOException, InterruptedException {
    Order order = order(photo, Adjustments.DEFAULT);
    batch.add(List.of(order.withFormat(Optional.of(OutputFormat.TIFF16))), results);

    Row row = over().getFirst();
    assertThat(row.sentence()).isEmpty();
    assertThat(row.output()).isEqualTo(results.resolve("photo-enhanced.tif"));
    // "II*" and a zero: a little-endian TIFF.
    assertThat(Files.readAllBytes(row.output())).startsWith('I', 'I', 42, 0);
  }

  @Test
  void jobsKeepTheModelAndTheSettingsTheyWereQueuedWith() throws IOException {
    batch.add(List.of(order(photo, strength(0.25, 0.75).withNoise(2))), results);

    Row row = batch.rows().getFirst();
    assertThat(row.stand()).isEqualTo(Stand.WAITING);
    assertThat(row.model()).isEqualTo("denoise-fast");
    assertThat(row.settings()).isEqualTo(strength(0.25, 0.75).withNoise(2));
    assertThat(row.output()).isEqualTo(results.resolve("photo-enhanced.png"));
  }

  @Test
  void strengthZeroGivesThePhotoBackAndColourHasAStrengthOfItsOwn() throws Exception {
    Path other = noisy("other.png", 7);
    Path third = noisy("third.png", 7);
    batch.add(
        List.of(
            order(photo, strength(0, 0)),
            order(other, strength(1, 1)),
            order(third, strength(1, 0))),
        results);

    assertThat(over()).extracting(Row::stand).containsOnly(Stand.DONE);
    BufferedImage source = ImageIO.read(photo.toFile());
    assertThat(apart(source, result("photo"))).isZero();
    assertThat(apart(source, result("other"))).isGreaterThan(3);
    // The chroma of the source is kept, its brightness is not.
    assertThat(apart(result("other"), result("third"))).isGreaterThan(1);
    assertThat(apart(source, result("third"))).isGreaterThan(1);
  }

  private BufferedImage result(String name) throws IOException {
    return ImageIO.read(results.resolve(name + "-enhanced.png").toFile());
  }

  /** Mean absolute difference of green, 0 to 255. */
  private static double apart(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        sum += Math.abs((a.getRGB(x, y) >> 8 & 255) - (b.getRGB(x, y) >> 8 & 255));
      }
    }
    return sum / a.getWidth() / a.getHeight();
  }

  @Test
  void aBadFileSaysWhyAndTheNextOneGoesOn() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    batch.add(
        List.of(order(broken, Adjustments.DEFAULT), order(photo, Adjustments.DEFAULT)), results);

    List<Row> rows = over();
    assertThat(rows).extracting(Row::stand).containsExactly(Stand.FAILED, Stand.DONE);
    assertThat(rows.getFirst().sentence()).contains("broken.png");
  }

  @Test
  void aSidecarStandsBesideAResultOnlyWhereItIsWanted() throws Exception {
    batch.add(List.of(order(photo, strength(0.5, 0.5))), results);
    over();
    assertThat(results.toFile().list()).containsExactly("photo-enhanced.png");

    batch.setSidecars(true);
    batch.add(List.of(order(noisy("second.png", 8), strength(0.5, 0.5))), results);
    over();

    Sidecar sidecar = Sidecar.read(results.resolve("second-enhanced.png.hyperlumen.json"));
    assertThat(sidecar.source()).isEqualTo(folder.resolve("second.png"));
    assertThat(sidecar.settings().options().strength()).isEqualTo(new Strength(0.5, 0.5));
    assertThat(Files.readString(sidecar.file())).contains("Hyperlumen of this test");
  }

  @Test
  void aReportTellsOfEveryJobThatIsOverInTheFormOfItsEnding() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    batch.add(
        List.of(order(photo, Adjustments.DEFAULT), order(broken, Adjustments.DEFAULT)), results);
    over();
    batch.add(List.of(order(noisy("later.png", 8), Adjustments.DEFAULT)), results);

    Path page = folder.resolve("report.html");
    batch.report(page);
    batch.report(folder.resolve("report.json"));

    Report report = ReportJson.read(folder.resolve("report.json"));
    assertThat(report.files()).extracting(Report.Entry::status).containsExactly("done", "failed");
    assertThat(report.files().getLast().error().message()).contains("broken.png");
    assertThat(Files.readString(page))
        .contains("photo.png", "2 files, 1 failed", "data:image/")
        .doesNotContain("later.png");
  }

  @Test
  void aReportThatCannotBeWrittenSaysWhere() {
    Path nowhere = folder.resolve("photo.png").resolve("report.html");

    assertThatThrownBy(() -> batch.report(nowhere))
        .isInstanceOf(PhotoException.class)
        .hasMessageContaining("report.html");
  }

  @Test
  void whatWaitsIsThereAfterARestartAndWhatIsOverCanBeCleared() throws Exception {
    batch.add(List.of(order(photo, Adjustments.DEFAULT)), results);
    batch.stop();

    batch = open();
    assertThat(batch.rows()).extracting(Row::stand).containsExactly(Stand.WAITING);
    assertThat(over()).extracting(Row::stand).containsExactly(Stand.DONE);
    batch.clear();
    assertThat(batch.rows()).isEmpty();
    assertThat(results.resolve("photo-enhanced.png")).isRegularFile();
  }

  @Test
  void aResultThatAKilledRunPublishedWithoutNotingItIsRecognised() throws Exception {
    batch.add(List.of(order(photo, Adjustments.DEFAULT)), results);
    over();
    batch.stop();
    Path result = results.resolve("photo-enhanced.png");
    FileTime written = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(result, written);
    try (Connection queue =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = queue.createStatement()) {
      statement.executeUpdate("UPDATE job SET state='WAITING', report=NULL");
    }

    batch = open();
    assertThat(over()).extracting(Row::stand).containsExactly(Stand.DONE);
    assertThat(Files.getLastModifiedTime(result)).isEqualTo(written);
  }

  @Test
  void aJobThatWasAtWorkWhenTheProgramEndedWaitsAndIsTakenUpAgain() throws Exception {
    batch.add(List.of(order(photo, Adjustments.DEFAULT)), results);
    batch.stop();
    try (Connection queue =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = queue.createStatement()) {
      statement.executeUpdate("UPDATE job SET state='RUNNING', owner='gone', lease_until=0");
    }

    batch = open();
    assertThat(batch.rows()).extracting(Row::stand).containsExactly(Stand.WAITING);
    assertThat(over()).extracting(Row::stand).containsExactly(Stand.DONE);
  }

  @Test
  void aCancelledJobIsTakenUpAgain() throws Exception {
    batch.add(List.of(order(photo, Adjustments.DEFAULT)), results);
    long id = batch.rows().getFirst().id();
    batch.cancel(id);
    assertThat(batch.rows().getFirst().stand()).isEqualTo(Stand.CANCELLED);
    batch.retry(id);
    assertThat(over()).extracting(Row::stand).containsExactly(Stand.DONE);
  }
}
