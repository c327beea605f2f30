package hyperlumen.app;

import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;

/** Where this installation keeps its models. */
final class Assets {

  /** Set by the launcher and by installed programs. */
  private static final String FOLDER = "hyperlumen.assets";

  private Assets() {}

  /** The installed models. */
  static ModelStore models() throws IOException {
    return ModelStore.open(Path.of(System.getProperty(FOLDER, "assets")).resolve("models"));
  }
}
