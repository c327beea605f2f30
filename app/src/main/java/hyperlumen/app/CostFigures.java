package hyperlumen.app;

import hyperlumen.enhance.EnhanceOptions;
import hyperlumen.model.Model;
import hyperlumen.network.CostModel;
import hyperlumen.network.Network;
import hyperlumen.network.Packing;
import hyperlumen.network.Parameter;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.PhotoException.Kind;
import hyperlumen.photo.Size;
import hyperlumen.runtime.MachineSpeed;
import hyperlumen.runtime.MemoryBudget;
import hyperlumen.runtime.RuntimeFailure;
import hyperlumen.runtime.TilePlan;
import java.nio.file.Path;

/**
 * What running a network on a photo would cost, with the default options.
 *
 * @param name of the model or network
 * @param cost FLOP and parameters
 * @param windows that filters are predicted from
 * @param windowSide their side in photo pixels
 * @param seconds on this machine; null without weights, since nothing can be timed then
 * @param memoryBytes resident memory of the program
 */
record CostFigures(
    String name, CostModel cost, int windows, int windowSide, Double seconds, long memoryBytes) {

  /** Where no card says otherwise: as many and as large as the shipped models were trained with. */
  private static final int WINDOWS = 16;

  private static final int WINDOW_SIDE = 128;

  /** Figures of a network without weights. */
  static CostFigures of(Network network, Size size) {
    EnhanceOptions options = EnhanceOptions.defaults();
    // MLPs are stored with two bytes a number; they are nearly all of the graph.
    long graph = 0;
    for (Parameter parameter : network.parameters()) {
      graph += parameter.mlp() ? 2 * parameter.size() : 0;
    }
    long photo = photoBytes(network, size);
    TilePlan plan =
        MemoryBudget.plan(network, graph, size, photo, options.memoryBytes(), options.threads());
    return new CostFigures(
        network.spec(),
        CostModel.of(network),
        WINDOWS,
        WINDOW_SIDE * network.packing().factor(),
        null,
        MemoryBudget.predictedBytes(network, graph, size, plan, photo, options.threads()));
  }

  /** Figures of an installed model; its speed is measured on one tile. */
  static CostFigures of(Model model, Size size) throws PhotoException {
    EnhanceOptions options = EnhanceOptions.defaults();
    CostModel cost = CostModel.of(model.network());
    int windows = model.card().windows();
    int side = model.card().window();
    long photo = photoBytes(model.network(), size);
    TilePlan plan = MemoryBudget.plan(model, size, photo, options.memoryBytes(), options.threads());
    double executed = cost.forwardFlop(plan.executedPixels()) + cost.predictFlop(windows, side);
    try {
      double seconds =
          executed / MachineSpeed.flopPerSecond(model, options.threads(), plan)
              + MachineSpeed.secondsAround(model, size);
      return new CostFigures(
          model.id(),
          cost,
          windows,
          side,
          seconds,
          MemoryBudget.predictedBytes(model, size, plan, photo, options.threads()));
    } catch (RuntimeFailure e) {
      throw new PhotoException(Kind.NETWORK_FAILED, Path.of(model.id()), e.getMessage(), e);
    }
  }

  /** A mosaic has one sample of 16 bit per pixel, a picture three of 8. */
  private static long photoBytes(Network network, Size size) {
    return size.pixels() * (network.packing() == Packing.BAYER ? 2 : 3);
  }
}
