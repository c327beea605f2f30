package hyperlumen.app;

import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where this installation keeps its models. */
final class Assets {

  /** Set by the launcher and by installed programs. */
  private static final String FOLDER = "hyperlumen.assets";

  private Assets() {}

  /** The installed models. */
  static ModelStore models() throws IOException {
    return ModelStore.open(folder());
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
