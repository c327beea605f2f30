package hyperlumen.runtime;

import hyperlumen.model.Model;
import hyperlumen.network.CostModel;
import hyperlumen.network.Halo;
import hyperlumen.network.Layer;
import hyperlumen.network.Operation;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast this machine runs a model: executed FLOP per second, measured on one tile, once per
 * process. Thread-safe.
 */
public final class MachineSpeed {

  /** Rendering and encoding that the network does not hide, per megapixel, measured at 24 MPix. */
  public static final double SECONDS_PER_MEGAPIXEL = 0.06;

  /** Opening the prediction's session and first use of the code, measured on small photos. */
  public static final double STARTING_SECONDS = 0.8;

  private static final int TILE = 256;
  private static final int RUNS = 3;

  private static final Map<String, Double> KNOWN = new ConcurrentHashMap<>();

  private MachineSpeed() {}

  /** FLOP per second of {@code threads} workers together. */
  public static double flopPerSecond(Model model, int threads) throws RuntimeFailure {
    String key = model.sha256() + " " + threads;
    Double known = KNOWN.get(key);
    if (known == null) {
      known = measure(model) * Math.min(threads, Runtime.getRuntime().availableProcessors());
      KNOWN.put(key, known);
    }
    return known;
  }

  /** FLOP per second of one worker. */
  private static double measure(Model model) throws RuntimeFailure {
    Halo halo = ReceptiveField.of(model.network());
    int side = Math.ceilDiv(TILE, halo.alignment()) * halo.alignment();
    NetworkInput grey = new Grey(model, side);
    double best = Double.POSITIVE_INFINITY;
    try (ForwardSession session = ForwardSession.open(model, flatBank(model), 1);
        ForwardSession.Worker worker = session.worker(grey, new Size(side, side))) {
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        worker.run(new Region(0, 0, side, side));
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
    } catch (PhotoException e) {
      throw new RuntimeFailure("model " + model.id() + " could not be timed", e);
    }
    return CostModel.of(model.network()).forwardFlop((double) side * side) / best;
  }

  /** Filters of a size that keeps the numbers normal; their values do not change the speed. */
  private static FilterBank flatBank(Model model) {
    Map<String, float[]> banks = new HashMap<>();
    for (Layer layer : model.network().hyperLayers()) {
      Operation.HyperConvolution h = (Operation.HyperConvolution) layer.operation();
      float[] bank = new float[9 * h.in() * h.out()];
      Arrays.fill(bank, 1f / (9 * h.in()));
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
