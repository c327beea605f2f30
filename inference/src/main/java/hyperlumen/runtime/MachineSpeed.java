package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.network.CostModel;
import hyperlumen.network.Halo;
import hyperlumen.network.Layer;
import hyperlumen.network.Operation;
import hyperlumen.network.Packing;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast this machine runs a model: executed FLOP per second, measured on tiles of two sizes and
 * kept from one run of the program to the next. Thread-safe.
 */
public final class MachineSpeed {

  /**
   * What the network's time does not hide, per megapixel: developing and writing a RAW file, and
   * writing any other. Measured from 1 to 48 MPix on two quiet processors (docs/performance.md).
   */
  private static final double RAW_SECONDS_PER_MEGAPIXEL = 0.025;

  private static final double SECONDS_PER_MEGAPIXEL = 0.012;

  /** Opening the sessions, predicting the filters and first use of the code. */
  private static final double STARTING_SECONDS = 0.4;

  /**
   * Sides of the tiles that are measured, in network pixels: in the cache, and as large as tiles
   * get.
   */
  private static final int[] SIDES = {256, 544};

  /** Runs of each, of which the fastest counts; the first has the memory to get. */
  private static final int[] RUNS = {3, 2};

  /** Of a run that says something about the machine. */
  private static final double SHORTEST_SECONDS = 0.5;

  /** The factor that one run may change a rate by. */
  private static final double MOST_AT_ONCE = 4;

  private static final Map<String, double[]> KNOWN = new ConcurrentHashMap<>();

  private MachineSpeed() {}

  /** Seconds of a run around its network, which does not hide them. */
  public static double secondsAround(Model model, Size size) {
    boolean raw = model.network().packing() == Packing.BAYER;
    return STARTING_SECONDS
        + size.megapixels() * (raw ? RAW_SECONDS_PER_MEGAPIXEL : SECONDS_PER_MEGAPIXEL);
  }

  /** FLOP per second with {@code threads} threads, on tiles that stay in the cache. */
  public static double flopPerSecond(Model model, int threads) throws RuntimeFailure {
    return rates(model, threads)[0];
  }

  /** FLOP per second of a run with these tiles, between the rates that were measured. */
  public static double flopPerSecond(Model model, int threads, TilePlan plan)
      throws RuntimeFailure {
    double[] rates = rates(model, threads);
    double side = Math.sqrt((double) plan.tile().pixels());
    double share = Math.clamp((side - SIDES[0]) / (SIDES[1] - SIDES[0]), 0.0, 1.0);
    return rates[0] + share * (rates[1] - rates[0]);
  }

  /**
   * Takes into account what a run really took, so that forecasts follow a machine that has become
   * busier or quieter since it was measured: half the way, on a logarithmic scale.
   */
  public static void learn(Model model, int threads, TilePlan plan, double seconds)
      throws RuntimeFailure {
    String key = key(model, threads);
    if (seconds < SHORTEST_SECONDS || !KNOWN.containsKey(key)) {
      return; // Too short to say anything, or nobody has asked for a forecast.
    }
    double flop = CostModel.of(model.network()).forwardFlop(plan.executedPixels());
    double pace = flop / seconds / flopPerSecond(model, threads, plan);
    double factor = Math.clamp(Math.sqrt(pace), 1 / MOST_AT_ONCE, MOST_AT_ONCE);
    double[] rates = rates(model, threads).clone();
    MachineStore store = MachineStore.ofUser();
    for (int i = 0; i < SIDES.length; i++) {
      rates[i] *= factor;
      store.put(key + " " + SIDES[i], rates[i]);
    }
    KNOWN.put(key, rates);
  }

  private static double[] rates(Model model, int threads) throws RuntimeFailure {
    String key = key(model, threads);
    double[] known = KNOWN.get(key);
    if (known == null) {
      known = storedOrMeasured(key, model, threads);
      KNOWN.put(key, known);
    }
    return known;
  }

  private static String key(Model model, int threads) {
    return "rate "
        + model.sha256()
        + " x"
        + threads
        + " "
        + Processor.name()
        + " "
        + OnnxEngine.environment().getVersion();
  }

  private static double[] storedOrMeasured(String key, Model model, int threads)
      throws RuntimeFailure {
    MachineStore store = MachineStore.ofUser();
    List<OptionalDouble> stored =
        Arrays.stream(SIDES).mapToObj(side -> store.get(key + " " + side)).toList();
    if (stored.stream().allMatch(OptionalDouble::isPresent)) {
      return stored.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
    }
    double[] rates = measure(model, threads);
    for (int i = 0; i < SIDES.length; i++) {
      store.put(key + " " + SIDES[i], rates[i]);
    }
    return rates;
  }

  private static double[] measure(Model model, int threads) throws RuntimeFailure {
    Lanes lanes = Lanes.of(threads);
    int processors = Runtime.getRuntime().availableProcessors();
    double together = Math.max(1, Math.min((double) lanes.runs(), processors));
    double[] rates = new double[SIDES.length];
    try (ForwardSession session =
        ForwardSession.open(model, flatBank(model), lanes.threadsEach())) {
      for (int i = 0; i < SIDES.length; i++) {
        rates[i] = together * rate(session, model, SIDES[i], RUNS[i]);
      }
    } catch (PhotoException e) {
      throw new RuntimeFailure("model " + model.id() + " could not be timed", e);
    }
    return rates;
  }

  /** FLOP per second of one tile at a time. */
  private static double rate(ForwardSession session, Model model, int about, int runs)
      throws PhotoException, RuntimeFailure {
    Halo halo = ReceptiveField.of(model.network());
    int free = Math.ceilDiv(about, halo.alignment()) * halo.alignment();
    int side = model.network().fixedTile().orElse(free);
    double best = Double.POSITIVE_INFINITY;
    try (ForwardSession.Worker worker =
        session.worker(new Grey(model, side), new Size(side, side))) {
      worker.fill(new Region(0, 0, side, side));
      for (int i = 0; i < runs; i++) {
        long start = System.nanoTime();
        worker.run();
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
    }
    return CostModel.of(model.network()).forwardFlop((double) side * side) / best;
  }

  /** Filters of a size that keeps the numbers normal; their values do not change the speed. */
  static FilterBank flatBank(Model model) {
    Map<String, float[]> banks = new HashMap<>();
    for (Layer layer : model.network().hyperLayers()) {
      Operation.HyperConvolution h = (Operation.HyperConvolution) layer.operation();
      float[] bank = new float[h.taps() * h.in() * h.out()];
      Arrays.fill(bank, 1f / (h.taps() * h.in()));
      banks.put(layer.name() + NetworkGraphs.BANK, bank);
    }
    return new FilterBank(banks);
  }

  /** A picture of one grey. */
  private record Grey(Model model, int side) implements NetworkInput {

    @Override
    public Size size() {
      return new Size(side * factor(), side * factor());
    }

    @Override
    public Region crop() {
      return size().region();
    }

    @Override
    public int planes() {
      return model.network().packing().planes();
    }

    @Override
    public int factor() {
      return model.network().packing().factor();
    }

    @Override
    public Filler filler() {
      return (region, out) -> Arrays.fill(out, 0.4f);
    }
  }
}
