package hyperlumen.tests.reliability;

import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Changes bytes of installed models, one at a time, in a copy. Arguments: the folder of models, and
 * how many changes a file gets, evenly over it; a file of fewer bytes has every byte changed. Each
 * change means reading and hashing the whole model. Ends with code 1 if a changed model was taken.
 */
public final class ModelFlipMain {

  private ModelFlipMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path from = Path.of(arguments[0]);
    long changes = Long.parseLong(arguments[1]);
    Path models = Files.createTempDirectory("models");
    Files.copy(from.resolve("index.json"), models.resolve("index.json"));
    long taken = 0;
    for (String id : ModelStore.open(from).allIds()) {
      Path folder = Files.createDirectory(models.resolve(id));
      List<String> names = List.of("card.json", "forward.onnx", "predict.onnx");
      for (String name : names) {
        if (Files.exists(from.resolve(id).resolve(name))) {
          Files.copy(from.resolve(id).resolve(name), folder.resolve(name));
        }
      }
      if (!isTaken(models, id)) {
        throw new IllegalStateException(id + " is refused although nothing was changed");
      }
      for (String name : names) {
        if (Files.exists(folder.resolve(name))) {
          taken += change(models, id, folder.resolve(name), changes);
        }
      }
    }
    System.exit(taken == 0 ? 0 : 1);
  }

  /** How many changes were not noticed. */
  private static long change(Path models, String id, Path file, long changes) throws IOException {
    long size = Files.size(file);
    long step = Math.max(1, size / changes);
    long count = 0;
    long taken = 0;
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long at = 0; at < size; at += step) {
        int right = at(bytes, at);
        put(bytes, at, right ^ (int) (1 + at % 255));
        count++;
        if (isTaken(models, id)) {
          taken++;
          System.out.printf(Locale.ROOT, "taken: %s with byte %d changed%n", file, at);
        }
        put(bytes, at, right);
      }
    }
    if (!isTaken(models, id)) {
      throw new IllegalStateException(file + " was not put right again");
    }
    System.out.printf(
        Locale.ROOT,
        "%s/%s: %d of %d bytes changed in turn, %d refused%n",
        id,
        file.getFileName(),
        count,
        size,
        count - taken);
    return taken;
  }

  private static int at(RandomAccessFile bytes, long at) throws IOException {
    bytes.seek(at);
    return bytes.read();
  }

  private static void put(RandomAccessFile bytes, long at, int value) throws IOException {
    bytes.seek(at);
    bytes.write(value);
  }

  /** Whether the model opens; any other failure than a refusal is passed on. */
  static boolean isTaken(Path models, String id) throws IOException {
    try {
      ModelStore.open(models).get(id);
      return true;
    } catch (ModelException e) {
      return false;
    }
  }
}
