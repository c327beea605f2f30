package hyperlumen.app;

import hyperlumen.model.ModelStore;
import hyperlumen.runtime.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where this installation keeps its models. */
final class Assets {

  /** Set by the launcher and by installed programs. */
  private static final String FOLDER = "hyperlumen.assets";

  private Assets() {}

  /** The installed models. */
  static ModelStore models() throws IOException {
    return ModelStore.open(folder(), DataFolder.path().resolve("models"));
  }

  /** Photos to try the program on; empty where none are installed. */
  static List<Path> samples() {
    Path samples = Path.of(System.getProperty(FOLDER, "assets")).resolve("samples");
    return Stream.of("raw-sample.dng", "noisy-sample.png")
        .map(samples::resolve)
        .filter(Files::isRegularFile)
        .toList();
  }

  /** SHA-256 by id of those models that can be read; empty where none are installed. */
  static Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    try {
      ModelStore store = models();
      for (String id : store.ids()) {
        hashes.put(id, hash(store, id));
      }
    } catch (IOException e) {
      return hashes; // There are no models, which is no reason to hide the version.
    }
    return hashes;
  }

  private static String hash(ModelStore store, String id) {
    try {
      return store.get(id).sha256();
    } catch (IOException e) {
      return "cannot be used: " + e.getMessage();
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty(FOLDER, "assets")).resolve("models");
  }
}
