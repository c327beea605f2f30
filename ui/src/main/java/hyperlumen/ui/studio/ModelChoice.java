package hyperlumen.ui.studio;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.photo.PhotoException;
import hyperlumen.ui.service.CostForecast;
import hyperlumen.ui.service.EnhanceService;
import hyperlumen.ui.service.ModelFacts;
import hyperlumen.ui.service.OpenPhoto;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The installed models, the chosen one, and what it would cost on the selected photo. For the FX
 * thread; forecasts are made by the loader.
 */
final class ModelChoice {

  private static final System.Logger LOG = System.getLogger(ModelChoice.class.getName());

  private final EnhanceService service;
  private final Executor fx;
  private final Executor loader;
  private final ObservableValue<OpenPhoto> photo;
  private final ObservableList<ModelFacts> models = FXCollections.observableArrayList();
  private final ObjectProperty<ModelFacts> model = new SimpleObjectProperty<>(this, "model");
  private final Map<ModelFacts.Task, String> ids = new EnumMap<>(ModelFacts.Task.class);
  private long memory = EnhanceOptions.defaults().memoryBytes();
  private final ReadOnlyObjectWrapper<CostForecast> forecast = new ReadOnlyObjectWrapper<>();

  /** A choice for {@code photo}, the selected one. */
  ModelChoice(EnhanceService service, StudioThreads threads, ObservableValue<OpenPhoto> photo) {
    this.service = service;
    this.photo = photo;
    fx = threads.fx();
    loader = threads.loader();
    model.addListener(
        (o, was, is) -> {
          remember(is);
          updateForecast();
        });
    photo.addListener((o, was, is) -> chooseFittingModel());
  }

  ObservableList<ModelFacts> models() {
    return models;
  }

  /** The chosen model; null if none fits. */
  ObjectProperty<ModelFacts> modelProperty() {
    return model;
  }

  /** What the chosen model would cost on the selected photo; null while unknown. */
  ReadOnlyObjectProperty<CostForecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  /** The budget of later runs in bytes. */
  long memory() {
    return memory;
  }

  /** Bounds the memory of later runs and forecasts them anew. */
  void setMemory(long bytes) {
    memory = bytes;
    service.setMemory(bytes);
    updateForecast();
  }

  /** Lists the installed models in the background and chooses the first that fits. */
  void loadModels() {
    loader.execute(
        () -> {
          List<ModelFacts> found = service.models();
          fx.execute(
              () -> {
                models.setAll(found);
                chooseFittingModel();
              });
        });
  }

  /** Whether the model works on the selected photo. */
  boolean fits(ModelFacts card) {
    OpenPhoto now = photo.getValue();
    return now != null && card != null && card.accepts(now.facts().kind());
  }

  /** Remembers what was chosen for photos of this kind, by name: models can be switched off. */
  private void remember(ModelFacts chosen) {
    OpenPhoto now = photo.getValue();
    if (chosen != null && (now == null || fits(chosen))) {
      ModelFacts.Task task = now == null ? chosen.task() : ModelFacts.Task.of(now.facts().kind());
      ids.put(task, chosen.id());
    }
  }

  /** The model that photos of that kind get: the one chosen last, else one made for them. */
  private Optional<ModelFacts> modelOf(ModelFacts.Task task) {
    return models.stream()
        .filter(m -> m.id().equals(ids.get(task)))
        .findFirst()
        .or(() -> models.stream().filter(m -> m.task() == task).findFirst());
  }

  /** The chosen models by what they are used for, for photos whose kind may not be known yet. */
  Map<ModelFacts.Task, ModelFacts> chosen() {
    Map<ModelFacts.Task, ModelFacts> chosen = new EnumMap<>(ModelFacts.Task.class);
    for (ModelFacts.Task task : ModelFacts.Task.values()) {
      modelOf(task).ifPresent(m -> chosen.put(task, m));
    }
    return chosen;
  }

  /** A photo begins with the model chosen for its kind; what else fits the user may choose. */
  private void chooseFittingModel() {
    OpenPhoto now = photo.getValue();
    if (now != null) {
      model.set(
          modelOf(ModelFacts.Task.of(now.facts().kind()))
              .or(() -> models.stream().filter(this::fits).findFirst())
              .orElse(null));
    }
    updateForecast();
  }

  private void updateForecast() {
    forecast.set(null);
    OpenPhoto now = photo.getValue();
    ModelFacts card = model.get();
    if (now == null || !fits(card)) {
      return;
    }
    loader.execute(
        () -> {
          try {
            CostForecast answer = service.forecast(now, card);
            fx.execute(
                () -> {
                  if (now.equals(photo.getValue()) && card.equals(model.get())) {
                    forecast.set(answer);
                  }
                });
          } catch (PhotoException | RuntimeException e) {
            // The run itself will say what is wrong.
            LOG.log(System.Logger.Level.WARNING, "no forecast", e);
          }
        });
  }
}
