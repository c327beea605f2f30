package hyperlumen.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a network costs: MAC = sum over convolutions of (taps * in * out) per output pixel; 1 MAC =
 * 2 FLOP.
 *
 * <p>Only multiplications of convolutions and MLPs count, as in the paper; activations, pooling and
 * resampling do not. Everything follows from the layer list. Numbers per pixel are per pixel of the
 * network's input (a 2x2 block of the photo for packed networks) unless the name says photo pixel.
 *
 * @param parameters learned numbers, MLPs and embeddings included
 * @param packingFactor photo pixels per network pixel along each axis
 * @param forwardMac multiplications of the forward layers, per network pixel
 * @param embeddingMac multiplications of the embeddings, per network pixel
 * @param sourceMac the part of {@code forwardMac} that the embeddings wait for: the layers up to
 *     the last map an embedding reads (0 where all of them read the input)
 * @param mlpMac multiplications of the MLPs, once per photo
 * @param convolutionOutputs numbers that all convolutions put out, embeddings included, per network
 *     pixel
 */
public record CostModel(
    long parameters,
    int packingFactor,
    double forwardMac,
    double embeddingMac,
    double sourceMac,
    long mlpMac,
    double convolutionOutputs) {

  /** How FLOP are counted here, in words, for reports. */
  public static final String CONVENTION = "1 MAC = 2 FLOP";

  private static final int FLOP_PER_MAC = 2;

  /** The cost of a network. */
  public static CostModel of(Network network) {
    Map<String, Double> areas = network.areas();
    Set<String> sources = sourceLayers(network);
    Sum forward = new Sum();
    Sum source = new Sum();
    long mlp = 0;
    for (Layer layer : network.layers()) {
      double area = areas.get(layer.name());
      forward.add(layer.operation(), area);
      if (sources.contains(layer.name())) {
        source.add(layer.operation(), area);
      }
      if (layer.operation() instanceof Operation.HyperConvolution h) {
        mlp += mlpMac(network, h);
      }
    }
    Sum embeddings = new Sum();
    for (Embedding embedding : network.embeddings()) {
      double area = areas.get(embedding.source());
      for (Layer layer : embedding.layers()) {
        area *= Network.areaFactor(layer.operation());
        embeddings.add(layer.operation(), area);
      }
    }
    return new CostModel(
        network.parameterCount(),
        network.packing().factor(),
        forward.mac,
        embeddings.mac,
        source.mac,
        mlp,
        forward.outputs + embeddings.outputs);
  }

  /** Multiplications of the forward layers per pixel of the photo. */
  public double forwardMacPerPhotoPixel() {
    return forwardMac / photoPixelsPerPixel();
  }

  /** Multiplications of the embeddings per pixel of the photo. */
  public double embeddingMacPerPhotoPixel() {
    return embeddingMac / photoPixelsPerPixel();
  }

  /** FLOP of the forward layers on that many network pixels (of a tile, its halo included). */
  public double forwardFlop(double networkPixels) {
    return FLOP_PER_MAC * forwardMac * networkPixels;
  }

  /**
   * FLOP of predicting the filters on {@code windows} square windows whose side is {@code
   * windowSide} photo pixels; 0 where nothing is predicted.
   */
  public double predictFlop(int windows, int windowSide) {
    double side = (double) windowSide / packingFactor;
    return FLOP_PER_MAC * ((embeddingMac + sourceMac) * windows * side * side + mlpMac);
  }

  /**
   * Useful FLOP: the forward layers once at the photo's size, and the prediction on its windows
   * once.
   */
  public double usefulFlop(long width, long height, int windows, int windowSide) {
    return forwardFlop(networkPixels(width, height)) + predictFlop(windows, windowSide);
  }

  /** FLOP as the paper counts: embeddings and forward layers at the photo's size, and the MLPs. */
  public double paperFlop(long width, long height) {
    return FLOP_PER_MAC * ((forwardMac + embeddingMac) * networkPixels(width, height) + mlpMac);
  }

  /** FLOP of the MLPs, once per photo. */
  public double mlpFlop() {
    return FLOP_PER_MAC * (double) mlpMac;
  }

  /** Bytes of all convolution outputs as 32-bit floats: the paper's memory column. */
  public double convolutionOutputBytes(long width, long height) {
    return convolutionOutputs * Float.BYTES * networkPixels(width, height);
  }

  private double networkPixels(long width, long height) {
    return (double) width * height / photoPixelsPerPixel();
  }

  private int photoPixelsPerPixel() {
    return packingFactor * packingFactor;
  }

  /** Names of the layers that must run before the last embedding can. */
  private static Set<String> sourceLayers(Network network) {
    Set<String> needed = new HashSet<>();
    network.embeddings().forEach(e -> needed.add(e.source()));
    for (Layer layer : network.layers().reversed()) {
      if (needed.contains(layer.name())) {
        needed.addAll(layer.inputs());
      }
    }
    return needed;
  }

  private static long mlpMac(Network network, Operation.HyperConvolution h) {
    long width = network.embedding(h.embedding()).channels();
    width += network.noiseInputs();
    long mac = 0;
    List<Integer> hidden = h.hidden();
    for (int next : hidden) {
      mac += width * next;
      width = next;
    }
    return mac + width * h.taps() * h.in() * h.out();
  }

  /** Running totals over convolutions. */
  private static final class Sum {
    private double mac;
    private double outputs;

    /** Adds one operation whose output has {@code area} pixels per network pixel. */
    void add(Operation operation, double area) {
      switch (operation) {
        case Operation.Convolution c -> add(c.weightsPerOutput() * c.out(), c.out(), area);
        case Operation.HyperConvolution h -> add((long) h.taps() * h.in() * h.out(), h.out(), area);
        // Four taps in all, but each output pixel sees only one of them.
        case Operation.TransposedConvolution t -> add((long) t.in() * t.out(), t.out(), area);
        case Operation.Foreign f -> add(f.mac(), 3, area);
        default -> {
          // Nothing is multiplied by learned weights.
        }
      }
    }

    private void add(long macPerPixel, int channels, double area) {
      mac += macPerPixel * area;
      outputs += channels * area;
    }
  }
}
