package hyperlumen.model;

import hyperlumen.photo.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The models that come with the program and those the user has added, by id; each is read and
 * checked against its folder's index at its first use and then kept. Thread-safe.
 */
public final class ModelStore {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final Path folder;
  private final Optional<Path> own;
  private final Map<String, Model> loaded = new LinkedHashMap<>();

  /** Hashes of all models by id. */
  private Map<String, String> hashes;

  /** Ids of the models in the user's own folder. */
  private Set<String> added;

  private Set<String> disabled;

  private ModelStore(Path folder, Optional<Path> own) throws IOException {
    this.folder = folder;
    this.own = own;
    reload();
  }

  /**
   * Opens the models below {@code folder}.
   *
   * @throws ModelException if its index is missing or cannot be read
   */
  public static ModelStore open(Path folder) throws IOException {
    return new ModelStore(folder, Optional.empty());
  }

  /**
   * Opens the models that come with the program and the user's own.
   *
   * @param own where added models are kept; need not exist
   * @throws ModelException if an index cannot be read
   */
  public static ModelStore open(Path folder, Path own) throws IOException {
    return new ModelStore(folder, Optional.of(own));
  }

  private synchronized void reload() throws IOException {
    if (!Files.isRegularFile(folder.resolve(ModelIndex.NAME))) {
      throw new ModelException("there is no " + ModelIndex.NAME + " in " + folder);
    }
    Map<String, String> all = new TreeMap<>(index(folder).models());
    Set<String> mine = new TreeSet<>();
    Set<String> off = Set.of();
    if (own.isPresent()) {
      ModelIndex index = index(own.get());
      // A model of the program's cannot be replaced by one of the same name.
      index.models().forEach((id, hash) -> addTo(all, mine, id, hash));
      off = Set.copyOf(index.disabled());
    }
    hashes = all;
    added = mine;
    disabled = off;
    loaded.keySet().retainAll(all.keySet());
  }

  private static void addTo(Map<String, String> all, Set<String> mine, String id, String hash) {
    if (all.putIfAbsent(id, hash) == null) {
      mine.add(id);
    }
  }

  private static ModelIndex index(Path folder) throws IOException {
    Path file = folder.resolve(ModelIndex.NAME);
    if (!Files.isRegularFile(file)) {
      return ModelIndex.empty();
    }
    try {
      ModelIndex index = ModelJson.MAPPER.readValue(file.toFile(), ModelIndex.class);
      for (String id : index.models().keySet()) {
        checkId(id);
      }
      return index;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new ModelException(file + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** Refuses what cannot be the name of a model's folder. */
  public static void checkId(String id) throws ModelException {
    if (!ID.matcher(id).matches()) {
      throw new ModelException("'" + id + "' is no name of a model");
    }
  }

  /** The ids of all models that are not switched off, sorted. */
  public synchronized List<String> ids() {
    return hashes.keySet().stream().filter(id -> !disabled.contains(id)).toList();
  }

  /** The ids of all models, sorted, those switched off included. */
  public synchronized List<String> allIds() {
    return List.copyOf(hashes.keySet());
  }

  /** Whether the user has added the model. */
  public synchronized boolean isAdded(String id) {
    return added.contains(id);
  }

  /** Whether the model is offered. */
  public synchronized boolean isEnabled(String id) {
    return hashes.containsKey(id) && !disabled.contains(id);
  }

  /** The user's own folder, if there is one. */
  public Optional<Path> ownFolder() {
    return own;
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
    return preferred.stream().filter(this::isEnabled).findFirst();
  }

  /**
   * The model of that id, also if it is switched off.
   *
   * @throws ModelException if there is none, it is damaged, or its hash is not the index's
   */
  public synchronized Model get(String id) throws IOException {
    Model known = loaded.get(id);
    if (known != null) {
      return known;
    }
    String expected = hashes.get(id);
    if (expected == null) {
      throw new ModelException(
          "there is no model '" + id + "'; there are " + String.join(", ", ids()));
    }
    Model model = ModelFolder.read((added.contains(id) ? own.get() : folder).resolve(id));
    if (!model.sha256().equals(expected)) {
      throw new ModelException(
          "model " + id + " is damaged: its hash is not the one in " + ModelIndex.NAME);
    }
    loaded.put(id, model);
    return model;
  }

  /**
   * Adds a model to the user's own folder.
   *
   * @throws ModelException if there is one of that id already
   */
  public synchronized void add(ModelCard card, byte[] forward, Optional<Bytes> predict)
      throws IOException {
    Path target = requireOwn();
    if (hashes.containsKey(card.id())) {
      throw new ModelException("there is a model '" + card.id() + "' already; remove it first");
    }
    install(target, card, forward, predict);
    reload();
  }

  /**
   * Offers a model or not.
   *
   * @throws ModelException if there is none of that id
   */
  public synchronized void setEnabled(String id, boolean enabled) throws IOException {
    Path target = requireOwn();
    requireKnown(id);
    ModelIndex index = index(target);
    Set<String> off = new TreeSet<>(index.disabled());
    boolean changed = enabled ? off.remove(id) : off.add(id);
    if (changed) {
      Files.createDirectories(target);
      write(target, new ModelIndex(ModelCard.SCHEMA, index.models(), off));
      reload();
    }
  }

  /**
   * Deletes a model that was added.
   *
   * @throws ModelException if it came with the program, or if there is none of that id
   */
  public synchronized void remove(String id) throws IOException {
    requireKnown(id);
    if (!isAdded(id)) {
      throw new ModelException("model " + id + " came with the program; it can be switched off");
    }
    Path target = requireOwn();
    ModelIndex index = index(target);
    Map<String, String> left = new TreeMap<>(index.models());
    left.remove(id);
    Set<String> off = new TreeSet<>(index.disabled());
    off.remove(id);
    // First out of the index: what is not in it does not exist.
    write(target, new ModelIndex(ModelCard.SCHEMA, left, off));
    ModelFolder.delete(target.resolve(id));
    reload();
  }

  private void requireKnown(String id) throws ModelException {
    if (!hashes.containsKey(id)) {
      throw new ModelException(
          "there is no model '" + id + "'; there are " + String.join(", ", hashes.keySet()));
    }
  }

  private Path requireOwn() throws ModelException {
    return own.orElseThrow(() -> new ModelException("there is no folder for added models"));
  }

  /**
   * Reads a model's folder that is in no store; nothing vouches for it.
   *
   * @throws ModelException if it is no model
   */
  public static Model read(Path modelFolder) throws IOException {
    Path absolute = modelFolder.toAbsolutePath().normalize();
    if (absolute.getFileName() == null) {
      throw new ModelException(modelFolder + " is no model's folder");
    }
    checkId(absolute.getFileName().toString());
    return ModelFolder.read(absolute);
  }

  /** Writes a model below {@code folder} and enters its hash in the index. */
  public static void install(Path folder, ModelCard card, byte[] forward, Optional<Bytes> predict)
      throws IOException {
    checkId(card.id());
    Files.createDirectories(folder);
    ModelIndex old = index(folder);
    Map<String, String> models = new TreeMap<>(old.models());
    models.put(card.id(), ModelFolder.write(folder.resolve(card.id()), card, forward, predict));
    write(folder, new ModelIndex(ModelCard.SCHEMA, models, old.disabled()));
  }

  private static void write(Path folder, ModelIndex index) throws IOException {
    Path partial = folder.resolve(ModelIndex.NAME + ".partial");
    ModelJson.MAPPER.writeValue(partial.toFile(), index);
    try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      written.force(true); // A power cut shall not leave an empty list of models.
    }
    Files.move(
        partial,
        folder.resolve(ModelIndex.NAME),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
