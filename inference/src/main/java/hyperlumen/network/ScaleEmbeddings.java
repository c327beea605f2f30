package hyperlumen.network;

import hyperlumen.network.Operation.Activate;
import hyperlumen.network.Operation.AveragePool;
import hyperlumen.network.Operation.Convolution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The embedding networks of the paper's section 5.1: three convolutions to e, 2e and 4e channels on
 * the packed input at the scales 1, 1/2 and 1/4, named e0 to e2.
 */
final class ScaleEmbeddings {

  private static final int SCALES = 3;

  private ScaleEmbeddings() {}

  /** One per scale. */
  static List<Embedding> of(int planes, int e) {
    return IntStream.range(0, SCALES).mapToObj(scale -> of("e" + scale, planes, scale, e)).toList();
  }

  private static Embedding of(String name, int planes, int scale, int e) {
    List<Layer> list = new ArrayList<>();
    String from = Network.INPUT;
    if (scale > 0) {
      list.add(Layer.of(name + ".down", new AveragePool(1 << scale), from));
      from = name + ".down";
    }
    int channels = planes;
    for (int i = 0; i < 3; i++) {
      int out = e << i;
      String convolution = name + ".conv" + i;
      list.add(Layer.of(convolution, new Convolution(channels, out, i == 0 ? 1 : 2, true), from));
      list.add(Layer.of(convolution + ".act", new Activate(Activation.GELU), convolution));
      from = convolution + ".act";
      channels = out;
    }
    return new Embedding(name, Network.INPUT, list, channels);
  }
}
