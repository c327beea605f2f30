package hyperlumen.network.onnx;

import ai.onnx.proto.OnnxMl;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What can be told about a graph's cost without running it, per pixel of its input.
 *
 * <p>Areas and channels are followed from node to node; what an operator does to them beyond the
 * common cases is taken to be nothing, so that attention is counted too low.
 *
 * @param parameters numbers in all weights
 * @param mac multiplications by weights per pixel
 * @param maps numbers alive at one time per pixel
 * @param alignment pixels of its coarsest grid, a tile's origin must be a multiple of
 */
public record GraphSurvey(long parameters, double mac, double maps, int alignment) {

  private static final int FLOAT = OnnxMl.TensorProto.DataType.FLOAT_VALUE;
  private static final int INT64 = OnnxMl.TensorProto.DataType.INT64_VALUE;

  /** Side of a small map: what is stated in pixels is taken to be of one that is not smaller. */
  private static final double SMALL = 128;

  /** A map: area relative to the input's, channels. */
  private record Shape(double area, double channels) {
    double numbers() {
      return area * channels;
    }
  }

  /** Surveys the graph; {@code input} is the name of its picture. */
  static GraphSurvey of(OnnxMl.GraphProto graph, String input) {
    Map<String, OnnxMl.TensorProto> weights = new HashMap<>();
    long parameters = 0;
    for (OnnxMl.TensorProto tensor : graph.getInitializerList()) {
      weights.put(tensor.getName(), tensor);
      parameters += count(tensor);
    }
    Map<String, Integer> lastUse = new HashMap<>();
    List<OnnxMl.NodeProto> nodes = graph.getNodeList();
    for (int i = 0; i < nodes.size(); i++) {
      for (String name : nodes.get(i).getInputList()) {
        lastUse.put(name, i);
      }
    }
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(input, new Shape(1, 3));
    double mac = 0;
    double alive = 3;
    double most = 3;
    double coarsest = 1;
    for (int i = 0; i < nodes.size(); i++) {
      OnnxMl.NodeProto node = nodes.get(i);
      if (node.getOpType().equals("Constant")) {
        for (OnnxMl.AttributeProto a : node.getAttributeList()) {
          weights.put(node.getOutput(0), a.getT());
        }
        continue;
      }
      Shape out = shape(node, shapes, weights);
      if (out == null) {
        continue; // It computes sizes, not maps.
      }
      mac += mac(node, out, shapes, weights);
      coarsest = Math.min(coarsest, out.area());
      for (String name : node.getOutputList()) {
        shapes.put(name, out);
        alive += out.numbers();
      }
      most = Math.max(most, alive);
      Set<String> read = new HashSet<>(node.getInputList());
      for (String name : read) {
        if (lastUse.get(name) == i && shapes.containsKey(name)) {
          alive -= shapes.get(name).numbers();
        }
      }
    }
    return new GraphSurvey(
        parameters, mac, most, Math.max(1, (int) Math.round(Math.sqrt(1 / coarsest))));
  }

  private static Shape shape(
      OnnxMl.NodeProto node, Map<String, Shape> shapes, Map<String, OnnxMl.TensorProto> weights) {
    Shape first = null;
    double channels = 0;
    double largest = 0;
    for (String name : node.getInputList()) {
      Shape shape = shapes.get(name);
      if (shape != null) {
        first = first == null ? shape : first;
        channels += shape.channels();
        largest = Math.max(largest, shape.area());
      }
    }
    if (first == null) {
      return null;
    }
    return switch (node.getOpType()) {
      case "Conv" ->
          new Shape(first.area() / strides(node), dimension(node, weights, 0, first.channels()));
      case "ConvTranspose" ->
          new Shape(first.area() * strides(node), dimension(node, weights, 1, first.channels()));
      case "AveragePool", "MaxPool" -> new Shape(first.area() / strides(node), first.channels());
      case "Concat" -> new Shape(largest, channels);
      case "Split" -> new Shape(first.area(), first.channels() / node.getOutputCount());
      case "DepthToSpace" -> {
        double b = (double) integer(node, "blocksize", 1) * integer(node, "blocksize", 1);
        yield new Shape(first.area() * b, first.channels() / b);
      }
      case "SpaceToDepth" -> {
        double b = (double) integer(node, "blocksize", 1) * integer(node, "blocksize", 1);
        yield new Shape(first.area() / b, first.channels() * b);
      }
      case "Resize", "Upsample" ->
          new Shape(first.area() * enlargement(node, weights), first.channels());
      case "MatMul" -> new Shape(largest, columns(node, weights, first.channels()));
      case "Gather" -> new Shape(first.area(), first.channels() * picks(node, weights));
      case "Pad" -> new Shape(first.area() * padding(node, weights), first.channels());
      case "GlobalAveragePool", "GlobalMaxPool", "Shape" -> null;
      default -> new Shape(largest, first.channels());
    };
  }

  private static double mac(
      OnnxMl.NodeProto node,
      Shape out,
      Map<String, Shape> shapes,
      Map<String, OnnxMl.TensorProto> weights) {
    OnnxMl.TensorProto weight = node.getInputCount() > 1 ? weights.get(node.getInput(1)) : null;
    if (weight == null) {
      return 0;
    }
    return switch (node.getOpType()) {
      case "Conv", "MatMul", "Gemm" -> count(weight) * out.area();
      case "ConvTranspose" -> count(weight) * shapes.get(node.getInput(0)).area();
      default -> 0;
    };
  }

  private static long count(OnnxMl.TensorProto tensor) {
    long count = 1;
    for (long dimension : tensor.getDimsList()) {
      count *= dimension;
    }
    return count;
  }

  private static double dimension(
      OnnxMl.NodeProto node, Map<String, OnnxMl.TensorProto> weights, int at, double otherwise) {
    OnnxMl.TensorProto weight = node.getInputCount() > 1 ? weights.get(node.getInput(1)) : null;
    return weight != null && weight.getDimsCount() > at ? weight.getDims(at) : otherwise;
  }

  private static double strides(OnnxMl.NodeProto node) {
    for (OnnxMl.AttributeProto a : node.getAttributeList()) {
      if (a.getName().equals("strides") && a.getIntsCount() == 2) {
        return Math.max(1, (double) a.getInts(0) * a.getInts(1));
      }
    }
    return 1;
  }

  private static long integer(OnnxMl.NodeProto node, String name, long otherwise) {
    for (OnnxMl.AttributeProto a : node.getAttributeList()) {
      if (a.getName().equals(name)) {
        return Math.max(1, a.getI());
      }
    }
    return otherwise;
  }

  /**
   * Area factor of a Resize or Upsample: of constant scales, or of constant sizes over a small map;
   * 4, the usual one, where they are computed.
   */
  private static double enlargement(
      OnnxMl.NodeProto node, Map<String, OnnxMl.TensorProto> weights) {
    for (String name : node.getInputList().subList(1, node.getInputCount())) {
      double[] four = numbers(weights.get(name));
      if (four.length == 4) {
        boolean sizes = weights.get(name).getDataType() == INT64;
        double factor = sizes ? four[2] * four[3] / SMALL / SMALL : product(four);
        return Double.isFinite(factor) && factor > 0 ? factor : 1;
      }
    }
    return 4;
  }

  /**
   * Area factor of a Pad by constants on a small map; that of one pixel where they are computed.
   */
  private static double padding(OnnxMl.NodeProto node, Map<String, OnnxMl.TensorProto> weights) {
    double sum = 0;
    for (OnnxMl.AttributeProto a : node.getAttributeList()) {
      if (a.getName().equals("pads")) {
        sum += a.getIntsList().stream().mapToDouble(n -> Math.max(0, n)).sum();
      }
    }
    if (node.getInputCount() > 1) {
      for (double n : numbers(weights.get(node.getInput(1)))) {
        sum += Math.max(0, n);
      }
    }
    double side = 1 + Math.max(2, sum / 2) / SMALL;
    return side * side;
  }

  /** How many numbers a Gather takes out at the most for each that is there. */
  private static double picks(OnnxMl.NodeProto node, Map<String, OnnxMl.TensorProto> weights) {
    OnnxMl.TensorProto at = node.getInputCount() > 1 ? weights.get(node.getInput(1)) : null;
    return at == null ? 1 : Math.max(1, count(at));
  }

  /** Columns of a product with a constant matrix. */
  private static double columns(
      OnnxMl.NodeProto node, Map<String, OnnxMl.TensorProto> weights, double otherwise) {
    OnnxMl.TensorProto right = node.getInputCount() > 1 ? weights.get(node.getInput(1)) : null;
    return right == null || right.getDimsCount() == 0
        ? otherwise
        : right.getDims(right.getDimsCount() - 1);
  }

  private static double product(double[] factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }

  /** The values of a short constant; none where it is not there, is long or of another type. */
  private static double[] numbers(OnnxMl.TensorProto tensor) {
    if (tensor == null || count(tensor) > 2 * 8) {
      return new double[0];
    }
    ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (tensor.getDataType() == INT64) {
      return tensor.getInt64DataCount() > 0
          ? tensor.getInt64DataList().stream().mapToDouble(n -> n).toArray()
          : LongStream.range(0, raw.remaining() / 8)
              .mapToDouble(i -> raw.getLong((int) i * 8))
              .toArray();
    }
    if (tensor.getDataType() == FLOAT) {
      return tensor.getFloatDataCount() > 0
          ? tensor.getFloatDataList().stream().mapToDouble(n -> n).toArray()
          : LongStream.range(0, raw.remaining() / 4)
              .mapToDouble(i -> raw.getFloat((int) i * 4))
              .toArray();
    }
    return new double[0];
  }
}
