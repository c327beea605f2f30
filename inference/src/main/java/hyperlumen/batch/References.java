package hyperlumen.batch;

import hyperlumen.photo.PhotoException;
import hyperlumen.progress.CancelledException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Right pictures and other programs' outputs beside which results are reported, by base name.
 *
 * @param right right pictures
 * @param others outputs by the other program's name
 */
public record References(Map<String, Path> right, Map<String, Map<String, Path>> others) {

  /** The pictures of these folders. */
  public static References of(Optional<Path> reference, Map<String, Path> baselines)
      throws PhotoException {
    Map<String, Path> right =
        reference.isPresent() ? PicturePairs.byBaseName(reference.get()) : Map.of();
    Map<String, Map<String, Path>> others = new LinkedHashMap<>();
    for (Map.Entry<String, Path> baseline : baselines.entrySet()) {
      others.put(baseline.getKey(), PicturePairs.byBaseName(baseline.getValue()));
    }
    return new References(right, others);
  }

  /** Metrics of a result for this input; null where there is no right picture. */
  public Metrics metrics(Path input, Path result) throws PhotoException, CancelledException {
    Path reference = right.get(PicturePairs.baseName(input));
    return reference == null ? null : Metrics.of(reference, result);
  }

  /** What the other programs have for this input; null where none were named. */
  public Map<String, Report.Baseline> baselines(Path input)
      throws PhotoException, CancelledException {
    if (others.isEmpty()) {
      return null;
    }
    Map<String, Report.Baseline> found = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Path>> other : others.entrySet()) {
      Path file = other.getValue().get(PicturePairs.baseName(input));
      if (file != null) {
        found.put(other.getKey(), new Report.Baseline(file.toString(), metrics(input, file)));
      }
    }
    return found;
  }
}
