package hyperlumen.ui.service;

import hyperlumen.model.Model;
import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import java.util.StringJoiner;

/**
 * What the user should know about a model before running it.
 *
 * @param id as on the command line
 * @param title a short name
 * @param task what it takes and gives
 * @param text training data in the first line, then a score a line
 * @param sha256 hash of its weights, in hexadecimal
 * @param parameters number of weights
 * @param licence its licence's short name
 * @param takesNoise whether its filters depend on a noise level the user may scale
 * @param shipped whether it came with the program, which then knows it by its id
 */
public record ModelFacts(
    String id,
    String title,
    Task task,
    String text,
    String sha256,
    long parameters,
    String licence,
    boolean takesNoise,
    boolean shipped) {

  /** A model of which only its card is known. */
  public ModelFacts(
      String id,
      String title,
      Task task,
      String text,
      String sha256,
      long parameters,
      String licence,
      boolean takesNoise) {
    this(id, title, task, text, sha256, parameters, licence, takesNoise, false);
  }

  /** What a model takes and gives. */
  public enum Task {
    /** Sensor data in, picture out. */
    RAW_TO_PICTURE,
    /** Picture in, picture with less noise out. */
    DENOISE;

    /** What photos of that kind begin with. */
    public static Task of(PhotoFacts.Kind kind) {
      return kind == PhotoFacts.Kind.RAW ? RAW_TO_PICTURE : DENOISE;
    }
  }

  /** The facts of an installed model of {@code store}. */
  static ModelFacts of(ModelStore store, Model model) {
    ModelCard card = model.card();
    return new ModelFacts(
        card.id(),
        card.title(),
        card.task() == ModelCard.Task.ISP ? Task.RAW_TO_PICTURE : Task.DENOISE,
        text(card),
        model.sha256(),
        card.parameters(),
        card.licence(),
        model.network().noiseInputs() > 0,
        !store.isAdded(model.id()));
  }

  /** What it was trained on, in the first line, then its scores by name, a line each. */
  private static String text(ModelCard card) {
    StringJoiner lines = new StringJoiner("\n");
    if (card.training() != null && card.training().data() != null) {
      lines.add(card.training().data());
    }
    if (card.scores() != null) {
      card.scores().forEach((name, score) -> lines.add(name + ": " + score));
    }
    return lines.toString();
  }

  /** The first line of the text: what there is room for beside a photo. */
  public String summary() {
    return text.lines().findFirst().orElse("");
  }

  /** Whether the model was made for such a photo. */
  public boolean isMadeFor(PhotoFacts.Kind kind) {
    return task == Task.of(kind);
  }

  /** Whether the model can work on such a photo; a denoiser cleans a plainly developed RAW too. */
  public boolean accepts(PhotoFacts.Kind kind) {
    return task == Task.DENOISE || kind == PhotoFacts.Kind.RAW;
  }
}
