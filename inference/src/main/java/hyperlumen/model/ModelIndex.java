package hyperlumen.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * The hashes of all models of a folder: {@code index.json}.
 *
 * @param schema version of this form, 1
 * @param models SHA-256 by model id, see {@link Model#sha256()}
 */
record ModelIndex(int schema, Map<String, String> models) {

  static final String NAME = "index.json";

  ModelIndex {
    models = models == null ? Map.of() : new TreeMap<>(models);
  }

  static ModelIndex empty() {
    return new ModelIndex(ModelCard.SCHEMA, Map.of());
  }
}
