package hyperlumen.tests.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model is taken only as it was published: no byte of its card or its graphs may differ. {@link
 * ModelFlipMain} is the long run.
 */
class ChangedModelTest {

  private static final Path SHIPPED =
      Path.of(System.getProperty("hyperlumen.root", ".."), "assets", "models");

  /** Changes of a file of the shipped models: each means hashing megabytes. */
  private static final int CHANGES = 5;

  /** Changes of a graph of the small model; its card has every byte changed. */
  private static final int CHANGES_OF_SMALL = 2000;

  @TempDir private Path folder;

  @Test
  void noByteOfASmallModelMayDiffer() throws Exception {
    Path models = Pictures.assets(folder).resolve("models");
    for (Path file : files(models.resolve("denoise-fast"))) {
      boolean card = file.getFileName().toString().equals("card.json");
      long size = Files.size(file);
      assertRefused(models, "denoise-fast", file, card ? size : CHANGES_OF_SMALL);
    }
  }

  @Test
  void theFirstTheLastAndSomeOtherBytesOfEachShippedFileMayNotDiffer() throws Exception {
    List<String> ids = ModelStore.open(SHIPPED).allIds();
    assertThat(ids).isNotEmpty();
    for (String id : ids) {
      Path models = Files.createDirectories(folder.resolve(id));
      Files.copy(SHIPPED.resolve("index.json"), models.resolve("index.json"));
      Path model = Files.createDirectory(models.resolve(id));
      for (Path file : files(SHIPPED.resolve(id))) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
      for (Path file : files(model)) {
        assertRefused(models, id, file, CHANGES);
      }
    }
  }

  private static List<Path> files(Path model) {
    List<Path> files = new ArrayList<>();
    for (String name : new String[] {"card.json", "forward.onnx", "predict.onnx"}) {
      if (Files.exists(model.resolve(name))) {
        files.add(model.resolve(name));
      }
    }
    assertThat(files).as("a card and a graph").hasSizeGreaterThanOrEqualTo(2);
    return files;
  }

  /** Changes bytes of a file one at a time, evenly from the first to the last. */
  private static void assertRefused(Path models, String id, Path file, long changes)
      throws IOException {
    long last = Files.size(file) - 1;
    long steps = Math.min(changes - 1, last);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long at : LongStream.rangeClosed(0, steps).map(k -> k * last / steps).toArray()) {
        bytes.seek(at);
        int right = bytes.read();
        bytes.seek(at);
        bytes.write(right ^ (1 << (at % 8)));
        assertThat(ModelFlipMain.isTaken(models, id))
            .as("%s with byte %d changed", file, at)
            .isFalse();
        bytes.seek(at);
        bytes.write(right);
      }
    }
    assertThat(ModelFlipMain.isTaken(models, id)).as("%s put right again", file).isTrue();
  }
}
