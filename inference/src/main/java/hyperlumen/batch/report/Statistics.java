package hyperlumen.batch.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What many values of one metric come to; larger values are better.
 *
 * @param count of the values
 * @param mean of the values
 * @param median of the values; of an even number the mean of the middle two
 * @param worst the lowest ones, the lowest first
 */
public record Statistics(int count, double mean, double median, List<Case> worst) {

  /** Enough to see what goes wrong, few enough to look at each. */
  public static final int WORST = 5;

  /** One value and the file it belongs to. */
  public record Case(String file, double value) {}

  /** Empty where no file has the value. */
  public static <T> Optional<Statistics> of(
      List<T> files, Function<T, String> name, Function<T, Double> value) {
    List<Case> cases = new ArrayList<>();
    for (T file : files) {
      Double one = value.apply(file);
      if (one != null && Double.isFinite(one)) {
        cases.add(new Case(name.apply(file), one));
      }
    }
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    cases.sort(Comparator.comparingDouble(Case::value));
    int count = cases.size();
    double mean = cases.stream().mapToDouble(Case::value).sum() / count;
    double median = (cases.get((count - 1) / 2).value() + cases.get(count / 2).value()) / 2;
    return Optional.of(
        new Statistics(count, mean, median, List.copyOf(cases.subList(0, Math.min(WORST, count)))));
  }
}
