package hyperlumen.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import hyperlumen.batch.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code bench --json} prints: figures of this machine, medians over the rounds.
 *
 * @param machine processor, threads and measured peak
 * @param peakGflops the same peak, where scripts look for it
 * @param load processes that wanted a processor, before and after, as the system averages them
 * @param rounds how often everything was measured, interleaved
 * @param models one entry per model and size
 * @param filters baked filters against filters given at run time
 * @param sweep tile sizes and threads, where asked for
 * @param peers other programs that were found; the shipped program measures none
 */
record BenchResult(
    Machine machine,
    double peakGflops,
    double[] load,
    int rounds,
    List<Entry> models,
    List<Filters> filters,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Sweep> sweep,
    List<String> peers) {

  /**
   * One model on one size.
   *
   * @param gflops useful FLOP per second of network time, in billions
   * @param shareOfPeak executed FLOP per second of network time, as a share of the peak
   */
  record Entry(
      String model,
      double megapixels,
      double gflops,
      double shareOfPeak,
      int tile,
      Seconds seconds,
      Flop flop,
      Memory memory) {}

  /** Medians; {@code network} with nothing else running, {@code total} from file to file. */
  record Seconds(
      double read,
      double predict,
      double network,
      double render,
      double write,
      double total,
      double predicted) {}

  /** Operations. */
  record Flop(double useful, double executed) {}

  /** Largest over the rounds; null where the system does not tell. */
  record Memory(Long peakRssBytes, long predictedBytes) {}

  /** Executed GFLOP/s of one worker on one tile. */
  record Filters(String model, double bakedGflops, double givenGflops) {}

  /** Network time with one tile size and number of threads. */
  record Sweep(String model, double megapixels, int tile, int threads, double seconds) {}

  /**
   * The ratios that a check compares: they hold on any machine of a kind, whatever its speed. Names
   * are {@code model/size/ratio}.
   */
  Map<String, Double> ratios() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Entry e : models) {
      String key = e.model() + "/" + Math.round(e.megapixels()) + "/";
      ratios.put(key + "executed share of peak", e.shareOfPeak());
      ratios.put(key + "useful share of peak", e.gflops() / peakGflops);
      ratios.put(key + "total over network", e.seconds().total() / e.seconds().network());
      ratios.put(key + "forecast over time", e.seconds().predicted() / e.seconds().total());
      if (e.memory().peakRssBytes() != null) {
        ratios.put(
            key + "forecast over memory",
            (double) e.memory().predictedBytes() / e.memory().peakRssBytes());
      }
    }
    for (Filters f : filters) {
      ratios.put(f.model() + "/baked over given filters", f.bakedGflops() / f.givenGflops());
    }
    ratios.putAll(growth());
    return ratios;
  }

  /** Time per megapixel of each size over that of the size before it; 1 is linear growth. */
  private Map<String, Double> growth() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (int i = 1; i < models.size(); i++) {
      Entry before = models.get(i - 1);
      Entry now = models.get(i);
      if (before.model().equals(now.model())) {
        double ratio =
            now.seconds().network()
                / now.megapixels()
                / (before.seconds().network() / before.megapixels());
        ratios.put(
            now.model()
                + "/"
                + Math.round(before.megapixels())
                + " to "
                + Math.round(now.megapixels())
                + "/growth per megapixel",
            ratio);
      }
    }
    return ratios;
  }

  /** The middle of several numbers, the mean of the two middle ones where their count is even. */
  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(Double::compare);
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
