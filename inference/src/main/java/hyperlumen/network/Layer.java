package hyperlumen.network;

import java.util.List;

/**
 * One step of a network.
 *
 * @param name unique within its network; parameters are named after it
 * @param operation what it computes
 * @param inputs names of the layers it reads, all earlier in the list
 */
public record Layer(String name, Operation operation, List<String> inputs) {

  public Layer {
    inputs = List.copyOf(inputs);
  }

  /** Makes a layer. */
  public static Layer of(String name, Operation operation, String... inputs) {
    return new Layer(name, operation, List.of(inputs));
  }
}
