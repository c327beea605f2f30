package hyperlumen.training.peer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import hyperlumen.model.Model;
import hyperlumen.network.Layer;
import hyperlumen.network.Network;
import hyperlumen.network.Operation;
import hyperlumen.network.onnx.GraphBytes;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.PhotoException;
import hyperlumen.photo.Region;
import hyperlumen.photo.Size;
import hyperlumen.runtime.FilterBank;
import hyperlumen.runtime.NetworkInput;
import hyperlumen.training.torch.Scalars;
import hyperlumen.training.torch.TorchNetwork;
import hyperlumen.training.torch.TorchParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's forward network in eager PyTorch with the filters of one photo, without gradients, the
 * whole picture at once. Not thread-safe; whoever opens it closes it.
 */
final class TorchPeer implements AutoCloseable {

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final TorchNetwork network;
  private final int halo;

  /**
   * Takes over weights and filters.
   *
   * @param halo network pixels that the picture is mirrored by on every side
   */
  TorchPeer(Model model, FilterBank bank, int halo) {
    this.halo = halo;
    Map<String, float[]> weights = new HashMap<>(GraphBytes.weights(model.forward().array()));
    bank.values()
        .forEach(
            (name, values) ->
                weights.put(
                    name.substring(0, name.length() - NetworkGraphs.BANK.length()) + ".weight",
                    values));
    Network plain = withGivenFilters(model.network());
    TorchParameters parameters = TorchParameters.of(plain, manager, weights);
    parameters.all().values().forEach(array -> array.setRequiresGradient(false));
    network = new TorchNetwork(plain, parameters, new Scalars(manager));
  }

  /** The network with ordinary convolutions in the place of its HyperConvolutions. */
  static Network withGivenFilters(Network network) {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      layers.add(
          layer.operation() instanceof Operation.HyperConvolution h
              ? new Layer(
                  layer.name(),
                  new Operation.Convolution(h.in(), h.out(), h.kernel(), 1, 1, h.outputBias()),
                  layer.inputs())
              : layer);
    }
    return new Network(network.spec(), network.packing(), 0, layers, List.of());
  }

  /** The mirrored planes of a photo, [planes, height + 2 halo, width + 2 halo]. */
  float[] planes(NetworkInput input) throws PhotoException {
    Region region = padded(input);
    float[] planes = new float[Math.toIntExact(input.planes() * region.pixels())];
    input.filler().fill(region, planes);
    return planes;
  }

  private Region padded(NetworkInput input) {
    Size packed =
        new Size(input.size().width() / input.factor(), input.size().height() / input.factor());
    return new Region(-halo, -halo, packed.width() + 2 * halo, packed.height() + 2 * halo);
  }

  /**
   * What a run gave.
   *
   * @param seconds of the network alone
   * @param samples [3, height, width] of the mirrored photo; empty unless they were asked for
   */
  record Outcome(double seconds, float[] samples) {}

  /** Runs the whole picture. */
  Outcome run(NetworkInput input, float[] planes, boolean keep) {
    Region region = padded(input);
    try (NDManager scope = manager.newSubManager()) {
      NDArray x =
          scope.create(planes, new Shape(1, input.planes(), region.height(), region.width()));
      long start = System.nanoTime();
      NDArray y = network.forward(x);
      // Eager kernels have run when they return; one value makes sure of it.
      y.flatten().getFloat(0);
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Outcome(seconds, keep ? y.toFloatArray() : new float[0]);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
