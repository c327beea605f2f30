package hyperlumen.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import hyperlumen.network.Network;
import hyperlumen.network.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The learned tensors of a network as PyTorch arrays with gradients, by name and in order. */
public final class TorchParameters {

  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  private TorchParameters() {}

  /** Fresh parameters, drawn from {@code seed}. */
  public static TorchParameters initialise(Network network, NDManager manager, long seed) {
    TorchParameters parameters = new TorchParameters();
    Random random = new Random(seed);
    for (Parameter p : network.parameters()) {
      float[] values = new float[Math.toIntExact(p.size())];
      switch (p.initialisation()) {
        case Parameter.Initialisation.Constant c ->
            java.util.Arrays.fill(values, (float) c.value());
        case Parameter.Initialisation.Normal n -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (n.deviation() * random.nextGaussian());
          }
        }
        case Parameter.Initialisation.Given g ->
            System.arraycopy(g.values(), 0, values, 0, values.length);
      }
      parameters.put(manager, p, values);
    }
    return parameters;
  }

  /**
   * Parameters with given values.
   *
   * @throws IllegalArgumentException if one is missing or has another length
   */
  public static TorchParameters of(
      Network network, NDManager manager, Map<String, float[]> values) {
    TorchParameters parameters = new TorchParameters();
    for (Parameter p : network.parameters()) {
      float[] value = values.get(p.name());
      if (value == null || value.length != p.size()) {
        throw new IllegalArgumentException("no values for parameter " + p.name());
      }
      parameters.put(manager, p, value);
    }
    return parameters;
  }

  private void put(NDManager manager, Parameter p, float[] values) {
    NDArray array = manager.create(values, new Shape(p.shape()));
    array.setRequiresGradient(true);
    array.setName(p.name());
    arrays.put(p.name(), array);
  }

  /** The tensor of that name. */
  public NDArray get(String name) {
    return arrays.get(name);
  }

  /** All tensors in the network's order. */
  public Map<String, NDArray> all() {
    return arrays;
  }

  /** A copy of all values. */
  public Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }
}
