package hyperlumen.model;

import hyperlumen.network.CostModel;
import hyperlumen.network.Halo;
import hyperlumen.network.Network;
import hyperlumen.network.NetworkSpec;
import hyperlumen.network.Parameter;
import hyperlumen.network.ReceptiveField;
import hyperlumen.network.SignalCode;
import hyperlumen.network.onnx.NetworkGraphs;
import hyperlumen.photo.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small models with seeded random weights, written like trained ones. */
public final class TestModels {

  private TestModels() {}

  /** Writes a model below {@code folder} and reads it back. */
  public static Model install(Path folder, String id, String spec) throws IOException {
    Network network = NetworkSpec.parse(spec).network();
    boolean isp = spec.startsWith("isp");
    Halo halo = ReceptiveField.of(network);
    ModelCard card =
        new ModelCard(
            ModelCard.SCHEMA,
            id,
            "Random weights for tests",
            isp ? ModelCard.Task.ISP : ModelCard.Task.DENOISE,
            spec,
            isp ? SignalCode.SQUARE_ROOT : SignalCode.LINEAR,
            isp ? ModelCard.Output.CAMERA_RGB : ModelCard.Output.SAME,
            network.isHyper() ? ModelCard.Filters.WINDOWS : ModelCard.Filters.NONE,
            64,
            4,
            halo.photoHalo(),
            halo.photoAlignment(),
            CostModel.of(network).parameters(),
            new ModelCard.Training(0, 0, 0, "none", "none"),
            "Apache-2.0",
            Map.of());
    Map<String, float[]> weights = weights(network, 5);
    Optional<Bytes> predict =
        network.isHyper()
            ? Optional.of(new Bytes(NetworkGraphs.predict(network, weights)))
            : Optional.empty();
    ModelStore.install(folder, card, NetworkGraphs.forward(network, weights), predict);
    return ModelStore.open(folder).get(id);
  }

  /** Weights as training would start with them; constants a little off. */
  public static Map<String, float[]> weights(Network network, long seed) {
    Random random = new Random(seed);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (Parameter p : network.parameters()) {
      float[] values = new float[Math.toIntExact(p.size())];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (p.initialisation()) {
              case Parameter.Initialisation.Normal n ->
                  (float) (n.deviation() * random.nextGaussian());
              case Parameter.Initialisation.Constant c ->
                  (float) (c.value() + 0.02 * random.nextGaussian());
              case Parameter.Initialisation.Given g -> g.values()[i];
            };
      }
      weights.put(p.name(), values);
    }
    return weights;
  }
}
