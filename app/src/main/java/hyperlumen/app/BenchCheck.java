package hyperlumen.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares measured ratios with the bounds in a file: {@code {"NAME": {"least": 0.4, "most":
 * 1.2}}}, each of the two optional.
 */
final class BenchCheck {

  private BenchCheck() {}

  /**
   * What is out of bounds, one sentence each; a bound whose ratio was not measured is one of them.
   */
  static List<String> failures(Path bounds, Map<String, Double> ratios) throws IOException {
    JsonNode tree = Json.MAPPER.readTree(bounds.toFile());
    if (tree == null || !tree.isObject() || tree.isEmpty()) {
      throw new IOException(bounds + " holds no bounds");
    }
    List<String> failures = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      Double ratio = ratios.get(field.getKey());
      double least = field.getValue().path("least").asDouble(Double.NEGATIVE_INFINITY);
      double most = field.getValue().path("most").asDouble(Double.POSITIVE_INFINITY);
      if (ratio == null) {
        failures.add(field.getKey() + " was not measured");
      } else if (!(ratio >= least && ratio <= most)) {
        failures.add(
            String.format(
                Locale.ROOT,
                "%s is %.3f, not within %s",
                field.getKey(),
                ratio,
                range(least, most)));
      }
    }
    return failures;
  }

  private static String range(double least, double most) {
    if (least == Double.NEGATIVE_INFINITY) {
      return "at most " + most;
    }
    return most == Double.POSITIVE_INFINITY ? "at least " + least : least + " to " + most;
  }
}
