package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.ModelStore;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.BatchService.Order;
import hyperlumen.ui.service.LocalBatchService;
import hyperlumen.ui.service.LocalModelLibrary;
import hyperlumen.ui.service.ModelFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window is killed in the middle of its queue, opened again, and goes on. */
class WindowKillTest {

  private static final int PICTURES = 60;
  private static final int MINUTES = 5;

  @TempDir private Path folder;
  private Path assets;

  @Test
  void theWindowGoesOnWithItsQueueAfterAKill() throws Exception {
    assets = Pictures.assets(folder.resolve("assets"));
    Pictures.write(folder.resolve("in"), PICTURES);
    Map<String, String> sources = Pictures.hashes(folder.resolve("in"));
    Path out = Files.createDirectory(folder.resolve("out"));
    queue(out);

    Process killed = start();
    // A few are done, others are under way.
    assertThat(wait(killed, 5)).isEqualTo("5 done or more");
    killed.destroyForcibly();
    assertThat(killed.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    Map<String, String> before = Pictures.hashes(out);
    assertThat(before).hasSizeBetween(5, PICTURES - 1);

    Process second = start();
    assertThat(wait(second, PICTURES)).isEqualTo(PICTURES + " done or more");
    assertThat(second.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(second.exitValue()).isZero();

    assertThat(Pictures.hashes(out)).hasSize(PICTURES).containsAllEntriesOf(before);
    assertThat(Pictures.temporaries(out)).isZero();
    assertThat(Pictures.hashes(folder.resolve("in"))).isEqualTo(sources);
  }

  /** What the panel does with opened photos, into the queue that the window finds. */
  private void queue(Path out) throws IOException {
    ModelStore store = ModelStore.open(assets.resolve("models"));
    LocalBatchService batch =
        new LocalBatchService(
            folder.resolve("state/queue.sqlite"),
            store,
            EnhanceOptions.defaults().withThreads(1),
            "test");
    ModelFacts model = new LocalModelLibrary(store).entries().getFirst().facts();
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      Path photo = folder.resolve(String.format("in/p%04d.png", i));
      orders.add(
          new Order(photo, false, Map.of(ModelFacts.Task.DENOISE, model), Adjustments.DEFAULT));
    }
    batch.add(orders, out);
  }

  private Process start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Dai.djl.offline=true",
            "-Dhyperlumen.assets=" + assets,
            "-Dhyperlumen.state=" + folder.resolve("state"),
            "-Duser.home=" + folder.resolve("home"),
            "-cp",
            System.getProperty("java.class.path"),
            WindowQueueMain.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    return builder.start();
  }

  /** Reads until so many are done; gives that, or all it said if it ended before. */
  private static String wait(Process process, int photos) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.matches("\\d+ done")
          && Integer.parseInt(line.substring(0, line.indexOf(' '))) >= photos) {
        return photos + " done or more";
      }
      said.append(line).append('\n');
    }
    return said.toString();
  }
}
