package hyperlumen.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much memory the maps of a forward run need: the largest sum of maps alive at one time.
 *
 * <p>Maps are float32; a map lives from the layer that makes it to the last one that reads it, and
 * an activation works in place, as runtimes do it.
 */
public final class ActivationMemory {

  private ActivationMemory() {}

  /** Bytes per network pixel of a tile, input and output included. */
  public static double bytesPerPixel(Network network) {
    List<Layer> layers = network.layers();
    Map<String, Double> areas = network.areas();
    Map<String, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      for (String input : layers.get(i).inputs()) {
        lastUse.put(input, i);
      }
    }
    lastUse.put(Network.INPUT, layers.size());
    lastUse.put(network.output().name(), layers.size());
    Map<String, Integer> channels = network.channels();
    Map<String, Double> alive = new HashMap<>();
    double now = 0;
    double most = 0;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      int numbers =
          layer.operation() instanceof Operation.Foreign f
              ? Math.max(f.maps(), channels.get(layer.name()))
              : channels.get(layer.name());
      double bytes = 4.0 * numbers * areas.get(layer.name());
      boolean inPlace =
          layer.operation() instanceof Operation.Activate
              && lastUse.get(layer.inputs().getFirst()) == i;
      now += bytes;
      alive.put(layer.name(), bytes);
      most = Math.max(most, inPlace ? now - bytes : now);
      for (String input : layer.inputs()) {
        if (lastUse.get(input) == i && alive.containsKey(input)) {
          now -= alive.remove(input);
        }
      }
    }
    return most;
  }
}
