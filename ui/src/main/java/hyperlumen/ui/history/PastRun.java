package hyperlumen.ui.history;

import hyperlumen.ui.quality.Quality;
import hyperlumen.ui.service.CostReadout;
import hyperlumen.ui.service.ModelFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that ended, without its picture.
 *
 * @param photo the file it was made on, absolute
 * @param ended when it ended, to the second
 * @param model id of the model
 * @param task what the model does
 * @param noise factor on the measured noise
 * @param cost what it cost
 * @param quality against a reference; empty where there was none
 */
public record PastRun(
    Path photo,
    Instant ended,
    String model,
    ModelFacts.Task task,
    double noise,
    CostReadout cost,
    Optional<Quality> quality) {

  /** The same run with its quality. */
  public PastRun withQuality(Quality measured) {
    return new PastRun(photo, ended, model, task, noise, cost, Optional.of(measured));
  }
}
