package hyperlumen.model;

import hyperlumen.photo.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The models of one folder, by id; each is read and checked against the index at its first use and
 * then kept. Thread-safe.
 */
public final class ModelStore {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final Path folder;
  private final ModelIndex index;
  private final Map<String, Model> loaded = new LinkedHashMap<>();

  private ModelStore(Path folder, ModelIndex index) {
    this.folder = folder;
    this.index = index;
  }

  /**
   * Opens the models below {@code folder}.
   *
   * @throws ModelException if its index is missing or cannot be read
   */
  public static ModelStore open(Path folder) throws IOException {
    Path file = folder.resolve(ModelIndex.NAME);
    if (!Files.isRegularFile(file)) {
      throw new ModelException("there is no " + ModelIndex.NAME + " in " + folder);
    }
    try {
      ModelIndex index = ModelJson.MAPPER.readValue(file.toFile(), ModelIndex.class);
      for (String id : index.models().keySet()) {
        checkId(id);
      }
      return new ModelStore(folder, index);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new ModelException(file + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static void checkId(String id) throws ModelException {
    if (!ID.matcher(id).matches()) {
      throw new ModelException("'" + id + "' is no name of a model");
    }
  }

  /** The ids of all models, sorted. */
  public List<String> ids() {
    return List.copyOf(index.models().keySet());
  }

  /**
   * The first model for a task: {@code isp} before {@code isp-fast}, {@code denoise-fast} first.
   */
  public Optional<String> defaultFor(ModelCard.Task task) {
    List<String> preferred =
        switch (task) {
          case ISP -> List.of("isp", "isp-fast");
          case DENOISE -> List.of("denoise-fast", "denoise-quality");
        };
    return preferred.stream().filter(index.models()::containsKey).findFirst();
  }

  /**
   * The model of that id.
   *
   * @throws ModelException if there is none, it is damaged, or its hash is not the index's
   */
  public synchronized Model get(String id) throws IOException {
    Model known = loaded.get(id);
    if (known != null) {
      return known;
    }
    String expected = index.models().get(id);
    if (expected == null) {
      throw new ModelException(
          "there is no model '" + id + "'; there are " + String.join(", ", ids()));
    }
    Model model = ModelFolder.read(folder.resolve(id));
    if (!model.sha256().equals(expected)) {
      throw new ModelException(
          "model " + id + " is damaged: its hash is not the one in " + ModelIndex.NAME);
    }
    loaded.put(id, model);
    return model;
  }

  /** Writes a model below {@code folder} and enters its hash in the index. */
  public static void install(Path folder, ModelCard card, byte[] forward, Optional<Bytes> predict)
      throws IOException {
    checkId(card.id());
    Files.createDirectories(folder);
    Path file = folder.resolve(ModelIndex.NAME);
    ModelIndex old =
        Files.exists(file)
            ? ModelJson.MAPPER.readValue(file.toFile(), ModelIndex.class)
            : ModelIndex.empty();
    Map<String, String> models = new TreeMap<>(old.models());
    models.put(card.id(), ModelFolder.write(folder.resolve(card.id()), card, forward, predict));
    Path partial = folder.resolve(ModelIndex.NAME + ".partial");
    ModelJson.MAPPER.writeValue(partial.toFile(), new ModelIndex(ModelCard.SCHEMA, models));
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
