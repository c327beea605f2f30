package hyperlumen.training.paper;

import hyperlumen.model.ModelCard;
import hyperlumen.model.ModelStore;
import hyperlumen.network.CostModel;
import hyperlumen.network.Halo;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Packing;
import hyperlumen.network.Parameter;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.SignalCode;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A model that has learned nothing: for time and memory, which do not depend on the weights. */
final class RandomModel {

  static final String ID = "random";

  private static final int WINDOWS = 16;

  private RandomModel() {}

  /** Writes it below {@code folder}. */
  static void install(Path folder, String spec) throws IOException {
    Network network = NetworkSpec.parse(spec).network();
    boolean isp = network.packing() == Packing.BAYER;
    Halo halo = ReceptiveField.of(network);
    Map<String, float[]> weights = weights(network);
    ModelCard card =
        new ModelCard(
            ModelCard.SCHEMA,
            ID,
            "Random weights",
            isp ? ModelCard.Task.ISP : ModelCard.Task.DENOISE,
            spec,
            isp ? SignalCode.SQUARE_ROOT : SignalCode.LINEAR,
            isp ? ModelCard.Output.CAMERA_RGB : ModelCard.Output.SAME,
            network.isHyper() ? ModelCard.Filters.WINDOWS : ModelCard.Filters.NONE,
            128 * network.packing().factor(),
            WINDOWS,
            halo.photoHalo(),
            halo.photoAlignment(),
            CostModel.of(network).parameters(),
            new ModelCard.Training(0, 0, 0, "none", "none"),
            "Apache-2.0",
            Map.of());
    Optional<Bytes> predict =
        network.isHyper()
            ? Optional.of(new Bytes(NetworkGraphs.predict(network, weights)))
            : Optional.empty();
    ModelStore.install(folder, card, NetworkGraphs.forward(network, weights), predict);
  }

  private static Map<String, float[]> weights(Network network) {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, float[]> weights = new HashMap<>();
    for (Parameter p : network.parameters()) {
      float[] values = new float[Math.toIntExact(p.size())];
      switch (p.initialisation()) {
        case Parameter.Initialisation.Constant c ->
            java.util.Arrays.fill(values, (float) c.value());
        case Parameter.Initialisation.Given g ->
            System.arraycopy(g.values(), 0, values, 0, values.length);
        case Parameter.Initialisation.Normal n -> {
          // Even numbers of the same deviation: hundreds of millions are needed.
          double reach = n.deviation() * Math.sqrt(3);
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (reach * (2 * random.nextDouble() - 1));
          }
        }
      }
      weights.put(p.name(), values);
    }
    return weights;
  }
}
