package hyperlumen.network;

import java.util.List;

/**
 * The small convolutional network that looks at a map for the sake of filter prediction; its output
 * is max-pooled over each window and averaged over the windows.
 *
 * @param name unique; its layers' names begin with it
 * @param source the forward layer whose output it reads
 * @param layers its layers, the last one's output being the features
 * @param channels number of features
 */
public record Embedding(String name, String source, List<Layer> layers, int channels) {

  public Embedding {
    layers = List.copyOf(layers);
  }
}
