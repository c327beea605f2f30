package hyperlumen.batch;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard.Task;
import hyperlumen.model.ModelException;
import hyperlumen.model.ModelStore;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which model does which kind of photo, with the hashes they had when the job was queued.
 *
 * @param byTask the model of RAW photos under ISP, of all others under DENOISE
 */
public record ModelChoice(Map<Task, Name> byTask) {

  public ModelChoice {
    byTask = Map.copyOf(byTask);
  }

  /**
   * A model by name and content.
   *
   * @param sha256 64 hexadecimal digits, see {@link Model#sha256()}
   */
  public record Name(String id, String sha256) {}

  /** The installed models' defaults by kind of photo. */
  public static ModelChoice defaults(ModelStore store) throws IOException {
    Map<Task, Name> names = new EnumMap<>(Task.class);
    for (Task task : Task.values()) {
      Optional<String> id = store.defaultFor(task);
      if (id.isPresent()) {
        names.put(task, new Name(id.get(), store.get(id.get()).sha256()));
      }
    }
    return new ModelChoice(names);
  }

  /** One model for every photo. */
  public static ModelChoice of(Model model) {
    Name name = new Name(model.id(), model.sha256());
    return new ModelChoice(Map.of(Task.ISP, name, Task.DENOISE, name));
  }

  /** The model for that kind of photo; empty where none was installed. */
  public Optional<Name> forTask(Task task) {
    return Optional.ofNullable(byTask.get(task));
  }

  /**
   * The installed model of that name.
   *
   * @throws ModelException if there is none, or its content is another one
   */
  static Model installed(ModelStore store, Name name) throws IOException {
    Model model = store.get(name.id());
    if (!model.sha256().equals(name.sha256())) {
      throw new ModelException(
          "model " + name.id() + " is not the one that this job was queued with");
    }
    return model;
  }
}
