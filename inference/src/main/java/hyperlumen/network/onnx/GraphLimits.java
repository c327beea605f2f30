package hyperlumen.network.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Set;

/**
 * What a graph from elsewhere may contain: plain operators of picture networks, its own weights,
 * nothing that reads files, runs foreign code or makes large maps from small ones.
 *
 * <p>Every refusal is an {@link IllegalArgumentException} whose message is one sentence.
 * Thread-safe.
 */
public final class GraphLimits {

  /** Weights of the largest picture networks in use are about half of this. */
  public static final long MOST_BYTES = 512L << 20;

  /** Attention networks exported step by step have some thousands of nodes. */
  public static final int MOST_NODES = 20_000;

  /**
   * A map of a picture network has batch, channels, rows, columns; windows of attention two more.
   */
  private static final int MOST_DIMENSIONS = 8;

  /**
   * Left out on purpose: control flow (If, Loop, Scan), which hides graphs in graphs; operators
   * that make large maps from a number (ConstantOfShape, Expand, Tile, Range, OneHot, EyeLike) and
   * random ones, whose results nobody can repeat.
   */
  private static final Set<String> OPERATORS =
      Set.of(
          "Abs",
          "Add",
          "AveragePool",
          "BatchNormalization",
          "Cast",
          "Ceil",
          "Clip",
          "Concat",
          "Constant",
          "Conv",
          "ConvTranspose",
          "DepthToSpace",
          "Div",
          "Dropout",
          "Elu",
          "Equal",
          "Erf",
          "Exp",
          "Flatten",
          "Floor",
          "Gather",
          "Gelu",
          "Gemm",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "Greater",
          "GroupNormalization",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "InstanceNormalization",
          "LayerNormalization",
          "LeakyRelu",
          "Less",
          "Log",
          "MatMul",
          "Max",
          "MaxPool",
          "Mean",
          "Min",
          "Mish",
          "Mod",
          "Mul",
          "Neg",
          "Not",
          "Pad",
          "Pow",
          "PRelu",
          "Reciprocal",
          "ReduceL2",
          "ReduceMax",
          "ReduceMean",
          "ReduceMin",
          "ReduceSum",
          "Relu",
          "Reshape",
          "Resize",
          "Round",
          "Selu",
          "Shape",
          "Sigmoid",
          "Sign",
          "Slice",
          "Softmax",
          "Softplus",
          "SpaceToDepth",
          "Split",
          "Sqrt",
          "Squeeze",
          "Sub",
          "Sum",
          "Tanh",
          "Transpose",
          "Unsqueeze",
          "Upsample",
          "Where");

  private GraphLimits() {}

  /** Parses a graph and checks all of it. */
  static OnnxMl.ModelProto parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "it is larger than " + (MOST_BYTES >> 20) + " MB, the most that is taken");
    }
    OnnxMl.ModelProto model;
    try {
      model = OnnxMl.ModelProto.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("it is no ONNX graph", e);
    }
    if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
      throw new IllegalArgumentException("it is no ONNX graph");
    }
    check(model);
    return model;
  }

  /** Checks a graph's bytes without keeping what was read. */
  public static void check(byte[] bytes) {
    parse(bytes);
  }

  private static void check(OnnxMl.ModelProto model) {
    if (model.getFunctionsCount() > 0) {
      throw new IllegalArgumentException("it defines functions of its own, which are not taken");
    }
    for (OnnxMl.OperatorSetIdProto set : model.getOpsetImportList()) {
      checkDomain(set.getDomain());
    }
    OnnxMl.GraphProto graph = model.getGraph();
    if (graph.getNodeCount() > MOST_NODES) {
      throw new IllegalArgumentException(
          "it has " + graph.getNodeCount() + " nodes; at most " + MOST_NODES + " are taken");
    }
    if (graph.getSparseInitializerCount() > 0) {
      throw new IllegalArgumentException("it has sparse weights, which are not taken");
    }
    graph.getInitializerList().forEach(GraphLimits::check);
    for (OnnxMl.NodeProto node : graph.getNodeList()) {
      checkDomain(node.getDomain());
      if (!OPERATORS.contains(node.getOpType())) {
        throw new IllegalArgumentException(
            "its operator " + shortened(node.getOpType()) + " is not one that is taken");
      }
      node.getAttributeList().forEach(GraphLimits::check);
    }
  }

  private static void checkDomain(String domain) {
    if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
      throw new IllegalArgumentException(
          "it uses operators of '" + shortened(domain) + "'; only standard ones are taken");
    }
  }

  private static void check(OnnxMl.AttributeProto attribute) {
    if (attribute.hasG() || attribute.getGraphsCount() > 0) {
      throw new IllegalArgumentException("it hides graphs in a graph, which are not taken");
    }
    if (attribute.hasSparseTensor() || attribute.getSparseTensorsCount() > 0) {
      throw new IllegalArgumentException("it has sparse weights, which are not taken");
    }
    if (attribute.hasT()) {
      check(attribute.getT());
    }
    attribute.getTensorsList().forEach(GraphLimits::check);
  }

  private static void check(OnnxMl.TensorProto tensor) {
    boolean outside =
        tensor.getExternalDataCount() > 0
            || tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL;
    if (outside) {
      throw new IllegalArgumentException(
          "its weights are in other files; export it with the weights inside");
    }
    if (tensor.getDimsCount() > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("a weight of it has too many dimensions");
    }
    long count = 1;
    for (long dimension : tensor.getDimsList()) {
      if (dimension < 0 || (dimension > 0 && count > MOST_BYTES / dimension)) {
        throw new IllegalArgumentException("a weight of it states an impossible size");
      }
      count *= dimension;
    }
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "...";
  }
}
