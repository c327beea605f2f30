package hyperlumen.network.onnx;

import java.util.List;

/**
 * A graph that does nothing but multiply: y = x w with square float32 matrices, w constant. Its
 * speed is what a machine can reach, and the measure of every network's speed.
 */
public final class ProductGraph {

  /** Input [side, side]. */
  public static final String LEFT = "x";

  /** Output [side, side]. */
  public static final String PRODUCT = "y";

  private ProductGraph() {}

  /** The graph's bytes. */
  public static byte[] of(int side) {
    GraphWriter graph = new GraphWriter("product");
    graph.input(LEFT, side, side);
    float[] weights = new float[side * side];
    for (int i = 0; i < weights.length; i++) {
      // Different numbers, so that nothing can be simplified; small, so that no sum overflows.
      weights[i] = (i % 251 - 125) / 1000f;
    }
    graph.node("MatMul", PRODUCT, List.of(LEFT, graph.weights("w", weights, side, side)));
    graph.output(PRODUCT, side, side);
    return graph.model();
  }

  /** FLOP of one run. */
  public static double flop(int side) {
    return 2.0 * side * side * side;
  }
}
