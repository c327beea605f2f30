package hyperlumen.training.evaluate;

import hyperlumen.training.data.PicturePair;
import java.util.List;

/**
 * Pictures with known truth, as files.
 *
 * @param name of the set, such as kodak
 * @param condition what was done to the pictures, such as s25 or real
 * @param pictures sorted by name
 */
public record EvaluationSet(String name, String condition, List<PicturePair> pictures) {

  public EvaluationSet {
    pictures = List.copyOf(pictures);
  }

  /** Name and condition, as results are listed under. */
  public String key() {
    return name + "/" + condition;
  }

  /** The same set with no more than {@code most} pictures, evenly spread; 0 keeps all. */
  public EvaluationSet atMost(int most) {
    if (most <= 0 || pictures.size() <= most) {
      return this;
    }
    List<PicturePair> chosen =
        java.util.stream.IntStream.range(0, most)
            .mapToObj(i -> pictures.get(i * pictures.size() / most))
            .toList();
    return new EvaluationSet(name, condition, chosen);
  }
}
