package hyperlumen.ui.studio;

import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.CostReadout;
import hyperlumen.ui.service.EnhancedPhoto;
import hyperlumen.ui.service.ModelFacts;
import java.time.LocalTime;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * A finished run of a model on a photo: what it cost, how good it was, and its picture while that
 * is kept. For the FX thread.
 */
public final class PhotoRun {

  private final int number;
  private final LocalTime time;
  private final ModelFacts model;
  private final double noise;
  private final CostReadout cost;
  private final ObjectProperty<Quality> quality = new SimpleObjectProperty<>(this, "quality");
  private final ObjectProperty<EnhancedPhoto> result;

  /**
   * A run that has just ended.
   *
   * @param number of the photo's runs, from 1
   * @param noise factor on the measured noise
   */
  PhotoRun(int number, LocalTime time, double noise, EnhancedPhoto result) {
    this.number = number;
    this.time = time;
    this.noise = noise;
    this.result = new SimpleObjectProperty<>(this, "result", result);
    model = result.model();
    cost = result.cost();
  }

  /** Which of the photo's runs, from 1. */
  public int number() {
    return number;
  }

  /** When it ended. */
  public LocalTime time() {
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
