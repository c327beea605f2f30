package hyperlumen.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hashes of all models of a folder: {@code index.json}.
 *
 * @param schema version of this form, 1
 * @param models SHA-256 by model id, see {@link Model#sha256()}
 * @param disabled ids of models that are not offered, of this folder or of the program's
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ModelIndex(int schema, Map<String, String> models, Set<String> disabled) {

  static final String NAME = "index.json";

  ModelIndex {
    models = models == null ? Map.of() : new TreeMap<>(models);
    disabled = disabled == null ? Set.of() : new TreeSet<>(disabled);
  }

  static ModelIndex empty() {
    return new ModelIndex(ModelCard.SCHEMA, Map.of(), Set.of());
  }
}
