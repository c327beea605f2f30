package hyperlumen.ui.studio;

import hyperlumen.photo.Cfa;
import hyperlumen.ui.history.PastRun;
import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.Adjustments;
import hyperlumen.ui.service.CostReadout;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.ModelFacts;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A finished run of a model on a photo: what it cost, how good it was, and its picture while that
 * is kept. For the FX thread.
 */
public final class PhotoRun {

  private final int number;
  private final LocalDateTime time;
  private final ModelFacts model;
  private final double noise;
  private final Optional<Cfa> filters;
  private final CostReadout cost;
  private final ObjectProperty<Quality> quality = new SimpleObjectProperty<>(this, "quality");
  private final ObjectProperty<EnhancedPhoto> result;

  /**
   * A run that has just ended.
   *
   * @param number of the photo's runs, from 1
   * @param adjustments with which it ran
   */
  PhotoRun(int number, LocalDateTime time, Adjustments adjustments, EnhancedPhoto result) {
    this.number = number;
    this.time = time;
    noise = adjustments.noise();
    filters = adjustments.cfa();
    this.result = new SimpleObjectProperty<>(this, "result", result);
    model = result.model();
    cost = result.cost();
  }

  /** A run of an earlier session; its picture is gone. */
  PhotoRun(int number, PastRun past) {
    this.number = number;
    time = LocalDateTime.ofInstant(past.ended(), ZoneId.systemDefault());
    noise = past.noise();
    filters = Optional.empty();
    result = new SimpleObjectProperty<>(this, "result");
    cost = past.cost();
    model =
        new ModelFacts(
            past.model(), past.model(), past.task(), "", cost.modelSha256(), 0, "", true);
    past.quality().ifPresent(quality::set);
  }

  /**
   * What is kept of it on {@code photo} when the program ends.
   *
   * @param measured its quality; null while that is unknown
   */
  PastRun past(Path photo, Quality measured) {
    return new PastRun(
        photo,
        time.atZone(ZoneId.systemDefault()).toInstant().truncatedTo(ChronoUnit.SECONDS),
        model.id(),
        model.task(),
        noise,
        cost,
        Optional.ofNullable(measured));
  }

  /** Which of the photo's runs, from 1. */
  public int number() {
    return number;
  }

  /** When it ended. */
  public LocalDateTime time() {
    return time;
  }

  /** The model that ran. */
  public ModelFacts model() {
    return model;
  }

  /** The factor on the measured noise. */
  public double noise() {
    return noise;
  }

  /** The colour filters that were chosen for it; empty for the file's and after the session. */
  public Optional<Cfa> filters() {
    return filters;
  }

  /** What it cost. */
  public CostReadout cost() {
    return cost;
  }

  /** How near its picture is to the reference; null while that is unknown. */
  public ObjectProperty<Quality> qualityProperty() {
    return quality;
  }

  /** Its picture; null once that is not kept any more. */
  public ReadOnlyObjectProperty<EnhancedPhoto> resultProperty() {
    return result;
  }

  /** Releases the picture, after everyone who shows it has let go of it. */
  void release() {
    EnhancedPhoto old = result.get();
    if (old != null) {
      result.set(null);
      old.close();
    }
  }
}
