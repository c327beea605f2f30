package hyperlumen.ui.service;

/**
 * What the user should know about a model before running it.
 *
 * @param id as on the command line
 * @param title a short name
 * @param task what it takes and gives
 * @param text training data, scores and limits, in sentences
 * @param sha256 hash of its weights, in hexadecimal
 * @param parameters number of weights
 * @param licence its licence's short name
 * @param takesNoise whether its filters depend on a noise level the user may scale
 */
public record ModelCard(
    String id,
    String title,
    Task task,
    String text,
    String sha256,
    long parameters,
    String licence,
    boolean takesNoise) {

  /** What a model takes and gives. */
  public enum Task {
    /** Sensor data in, picture out. */
    RAW_TO_PICTURE,
    /** Picture in, picture with less noise out. */
    DENOISE
  }

  /** Whether the model can work on such a photo. */
  public boolean accepts(PhotoFacts.Kind kind) {
    return (task == Task.RAW_TO_PICTURE) == (kind == PhotoFacts.Kind.RAW);
  }
}
