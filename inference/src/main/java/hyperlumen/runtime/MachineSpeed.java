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

  /** Sides of the tiles that are measured, in network pixels: in the cache, and out of it. */
  private static final int[] SIDES = {256, 704};

  private static final int RUNS = 3;

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
    double[] rates = new double[SIDES.length];
    for (int i = 0; i < SIDES.length; i++) {
      String name = key + " " + SIDES[i];
      OptionalDouble stored = store.get(name);
      rates[i] = stored.isPresent() ? stored.getAsDouble() : measure(model, threads, SIDES[i]);
      if (stored.isEmpty()) {
        store.put(name, rates[i]);
      }
    }
    return rates;
  }

  private static double measure(Model model, int threads, int about) throws RuntimeFailure {
    Halo halo = ReceptiveField.of(model.network());
    Lanes lanes = Lanes.of(threads);
    int free = Math.ceilDiv(about, halo.alignment()) * halo.alignment();
    int side = model.network().fixedTile().orElse(free);
    NetworkInput grey = new Grey(model, side);
    double best = Double.POSITIVE_INFINITY;
    try (ForwardSession session = ForwardSession.open(model, flatBank(model), lanes.threadsEach());
        ForwardSession.Worker worker = session.worker(grey, new Size(side, side))) {
      worker.fill(new Region(0, 0, side, side));
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        worker.run();
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
    } catch (PhotoException e) {
      throw new RuntimeFailure("model " + model.id() + " could not be timed", e);
    }
    int processors = Runtime.getRuntime().availableProcessors();
    double together = Math.max(1, Math.min((double) lanes.runs(), processors));
    return CostModel.of(model.network()).forwardFlop((double) side * side) / best * together;
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
